package vn.vigil.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFColor;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import vn.vigil.text.Viet;

/** Writes a workbook of texts. One use, one thread. */
final class XlsxWriter {
    /** Rows below the header that offer the choices. */
    private static final int CHOICE_ROWS = 2_000;

    /** An inline list of choices may not be longer (Excel's own bound); longer ones stand on a sheet of their own. */
    private static final int INLINE_CHOICES = 255;

    private static final String CHOICES_SHEET = "vigil-choices";

    private final XSSFWorkbook book = new XSSFWorkbook();
    private final XSSFCellStyle header = book.createCellStyle();
    private final XSSFCellStyle text = book.createCellStyle();
    private final XSSFCellStyle quoted = book.createCellStyle();
    private XSSFSheet choices;
    private int choiceColumns;

    private XlsxWriter() {
        XSSFFont plain = book.getFontAt(0);
        plain.setFontName("Times New Roman");
        plain.setFontHeightInPoints((short) 12);
        XSSFFont bold = book.createFont();
        bold.setFontName("Times New Roman");
        bold.setFontHeightInPoints((short) 12);
        bold.setBold(true);
        header.setFont(bold);
        header.setWrapText(true);
        header.setVerticalAlignment(VerticalAlignment.CENTER);
        header.setFillForegroundColor(new XSSFColor(new byte[] {(byte) 0xe7, (byte) 0xe6, (byte) 0xe6}, null));
        header.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        for (XSSFCellStyle style : List.of(header, text, quoted)) {
            style.setBorderTop(BorderStyle.THIN);
            style.setBorderBottom(BorderStyle.THIN);
            style.setBorderLeft(BorderStyle.THIN);
            style.setBorderRight(BorderStyle.THIN);
            // Text, so that what a person types later keeps its zeros too.
            style.setDataFormat(book.createDataFormat().getFormat("@"));
        }
        text.setWrapText(true);
        text.setVerticalAlignment(VerticalAlignment.TOP);
        quoted.setWrapText(true);
        quoted.setVerticalAlignment(VerticalAlignment.TOP);
        // A later export to CSV would otherwise hand a live formula on.
        quoted.setQuotePrefixed(true);
    }

    static byte[] write(List<SheetPlan> plans) {
        OfficeLimits.set();
        XlsxWriter writer = new XlsxWriter();
        try (XSSFWorkbook book = writer.book) {
            for (SheetPlan plan : plans) {
                writer.sheet(plan);
            }
            if (writer.choices != null) {
                book.setSheetVisibility(book.getSheetIndex(writer.choices), SheetVisibility.VERY_HIDDEN);
            }
            book.getProperties().getCoreProperties().setCreated(Optional.of(Date.from(Instant.EPOCH)));
            book.getProperties().getCoreProperties().setCreator("vigil");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return Packed.stable(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sheet(SheetPlan plan) {
        WorkbookUtil.validateSheetName(plan.name());
        XSSFSheet sheet = book.createSheet(Viet.nfc(plan.name()));
        sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
        sheet.createFreezePane(0, 1);
        XSSFRow titles = sheet.createRow(0);
        for (int c = 0; c < plan.columns().size(); c++) {
            SheetColumn column = plan.columns().get(c);
            sheet.setColumnWidth(c, Math.min(200, Math.max(1, column.width())) * 256);
            sheet.setDefaultColumnStyle(c, text);
            XSSFCell cell = titles.createCell(c);
            cell.setCellStyle(header);
            cell.setCellValue(Viet.nfc(column.title()));
            if (column.comment() != null) {
                comment(sheet, cell, column.comment());
            }
            if (!column.choices().isEmpty()) {
                choices(sheet, c, column.choices());
            }
        }
        for (int r = 0; r < plan.rows().size(); r++) {
            XSSFRow row = sheet.createRow(r + 1);
            List<String> values = plan.rows().get(r);
            for (int c = 0; c < values.size(); c++) {
                String value = values.get(c) == null ? "" : Viet.nfc(values.get(c));
                XSSFCell cell = row.createCell(c);
                cell.setCellStyle(!value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? quoted : text);
                if (!value.isEmpty()) {
                    cell.setCellValue(value);
                }
            }
        }
    }

    private void comment(XSSFSheet sheet, XSSFCell cell, String words) {
        ClientAnchor anchor = book.getCreationHelper().createClientAnchor();
        anchor.setCol1(cell.getColumnIndex());
        anchor.setCol2(cell.getColumnIndex() + 3);
        anchor.setRow1(1);
        anchor.setRow2(6);
        XSSFComment comment = sheet.createDrawingPatriarch().createCellComment(anchor);
        comment.setString(book.getCreationHelper().createRichTextString(Viet.nfc(words)));
        comment.setAuthor("vigil");
        cell.setCellComment(comment);
    }

    private void choices(XSSFSheet sheet, int column, List<String> words) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        boolean inline = String.join(",", words).length() <= INLINE_CHOICES
                && words.stream().noneMatch(w -> w.indexOf(',') >= 0 || w.indexOf('"') >= 0);
        DataValidationConstraint constraint = inline
                ? helper.createExplicitListConstraint(
                        words.stream().map(Viet::nfc).toArray(String[]::new))
                : helper.createFormulaListConstraint(range(words));
        DataValidation validation =
                helper.createValidation(constraint, new CellRangeAddressList(1, CHOICE_ROWS, column, column));
        validation.setShowErrorBox(true);
        validation.setSuppressDropDownArrow(true);
        sheet.addValidationData(validation);
    }

    private String range(List<String> words) {
        if (choices == null) {
            choices = book.createSheet(CHOICES_SHEET);
        }
        int column = choiceColumns++;
        for (int r = 0; r < words.size(); r++) {
            XSSFRow row = choices.getRow(r) == null ? choices.createRow(r) : choices.getRow(r);
            row.createCell(column).setCellValue(Viet.nfc(words.get(r)));
        }
        String letters = Sheet.column(column);
        return "'" + CHOICES_SHEET + "'!$" + letters + "$1:$" + letters + "$" + words.size();
    }
}
