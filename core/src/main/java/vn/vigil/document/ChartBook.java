package vn.vigil.document;

import static vn.vigil.document.DocxWriter.XML;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipOutputStream;

/** The workbook inside a chart of a Word file, which Word opens to edit its data: one sheet, numbers as numbers. Stateless. */
final class ChartBook {
    static final String SHEET = "Sheet1";

    private static final String MAIN = " xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private ChartBook() {}

    static byte[] write(ChartPlan plan) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            DocxPackage.part(
                    zip,
                    "[Content_Types].xml",
                    XML + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"rels\""
                            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                            + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE
                            + "worksheet+xml\"/></Types>");
            DocxPackage.part(
                    zip,
                    "_rels/.rels",
                    DocxPackage.relations(List.of(DocxPackage.REL + "officeDocument", "xl/workbook.xml")));
            DocxPackage.part(
                    zip,
                    "xl/workbook.xml",
                    XML + "<workbook" + MAIN
                            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                            + "<sheet name=\"" + SHEET + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
            DocxPackage.part(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    DocxPackage.relations(List.of(DocxPackage.REL + "worksheet", "worksheets/sheet1.xml")));
            DocxPackage.part(zip, "xl/worksheets/sheet1.xml", sheet(plan));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String sheet(ChartPlan plan) {
        List<ChartPlan.Series> columns = columns(plan);
        StringBuilder s =
                new StringBuilder(XML).append("<worksheet").append(MAIN).append("><sheetData><row r=\"1\">");
        text(s, "A1", plan.corner());
        for (int c = 0; c < columns.size(); c++) {
            text(s, Sheet.column(c + 1) + 1, columns.get(c).name());
        }
        s.append("</row>");
        for (int r = 0; r < plan.categories().size(); r++) {
            s.append("<row r=\"").append(r + 2).append("\">");
            text(s, "A" + (r + 2), plan.categories().get(r));
            for (int c = 0; c < columns.size(); c++) {
                Double value = columns.get(c).values().get(r);
                if (value != null) {
                    s.append("<c r=\"")
                            .append(Sheet.column(c + 1))
                            .append(r + 2)
                            .append("\"><v>")
                            .append(number(value))
                            .append("</v></c>");
                }
            }
            s.append("</row>");
        }
        return s.append("</sheetData></worksheet>").toString();
    }

    /** The series, and the target as the last one where it is a line. */
    static List<ChartPlan.Series> columns(ChartPlan plan) {
        List<ChartPlan.Series> columns = new ArrayList<>(plan.series());
        if (plan.target() != null && (plan.kind() == ChartKind.COLUMNS || plan.kind() == ChartKind.DOTS)) {
            List<Double> same = new ArrayList<>();
            plan.categories().forEach(c -> same.add(plan.target()));
            columns.add(new ChartPlan.Series(plan.targetText(), same));
        }
        return columns;
    }

    private static void text(StringBuilder s, String cell, String text) {
        s.append("<c r=\"").append(cell).append("\" t=\"inlineStr\"><is><t xml:space=\"preserve\">");
        Xml.escape(text, s);
        s.append("</t></is></c>");
    }

    /** A number as XML writes it. */
    static String number(double value) {
        return value == 0 ? "0" : BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
