package vn.vigil.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** Spreadsheets in and out: what a person filled in comes back as text, and what was made to hurt does not get far. */
class SheetsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadBackAndIsTheSameBytesInEveryZone() throws IOException {
        List<SheetPlan> plans = List.of(
                new SheetPlan(
                        "Nhân sự",
                        List.of(
                                new SheetColumn("Họ và tên", 30, "Viết đủ họ, đệm, tên", List.of()),
                                SheetColumn.of("Điện thoại", 15),
                                new SheetColumn("Vai trò", 20, null, List.of("tổ trưởng", "tổ viên"))),
                        List.of(
                                List.of("Trần Thị Ánh", "0900000001", "tổ viên"),
                                Arrays.asList("=HYPERLINK(\"x\")", null, "@cmd"),
                                List.of("dòng một\ndòng hai"))),
                new SheetPlan("Ca trực", List.of(SheetColumn.of("Ca", 10)), List.of()));

        byte[] first = Sheets.bytes(plans);
        TimeZone before = TimeZone.getDefault();
        byte[] second;
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            second = Sheets.bytes(plans);
        } finally {
            TimeZone.setDefault(before);
        }
        assertArrayEquals(first, second);

        List<Sheet> back = read(first);
        assertEquals(
                List.of("Nhân sự", "Ca trực"), back.stream().map(Sheet::name).toList());
        List<SheetRow> rows = back.get(0).rows();
        assertEquals(List.of("Họ và tên", "Điện thoại", "Vai trò"), rows.get(0).cells());
        assertEquals(
                List.of("Trần Thị Ánh", "0900000001", "tổ viên"), rows.get(1).cells());
        assertEquals(List.of("=HYPERLINK(\"x\")", "", "@cmd"), rows.get(2).cells());
        assertEquals("dòng một\ndòng hai", rows.get(3).text(0));
        assertEquals("", rows.get(3).text(7));
        assertEquals(4, rows.get(3).number());
        assertEquals("Nhân sự!B7", back.get(0).address(7, 1));
        assertEquals("AA", Sheet.column(26));
    }

    @Test
    void noTextBecomesAFormulaAndTheNotesAndChoicesStand() throws IOException {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            many.add("camera số " + i + ", cổng");
        }
        byte[] bytes = Sheets.bytes(List.of(new SheetPlan(
                "A",
                List.of(
                        new SheetColumn("Chọn", 10, "ghi chú", List.of("có", "không")),
                        new SheetColumn("Chọn nhiều", 10, null, many)),
                List.of(List.of("=1+1", "+84900000000")))));
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            XSSFSheet sheet = book.getSheetAt(0);
            XSSFCell cell = sheet.getRow(1).getCell(0);
            assertEquals(org.apache.poi.ss.usermodel.CellType.STRING, cell.getCellType());
            assertTrue(cell.getCellStyle().getQuotePrefixed());
            assertTrue(sheet.getRow(1).getCell(1).getCellStyle().getQuotePrefixed());
            assertFalse(sheet.getRow(0).getCell(0).getCellStyle().getQuotePrefixed());
            assertEquals(
                    "ghi chú",
                    sheet.getRow(0).getCell(0).getCellComment().getString().getString());
            assertEquals(2, sheet.getDataValidations().size());
            assertArrayEquals(
                    new String[] {"có", "không"},
                    sheet.getDataValidations().get(0).getValidationConstraint().getExplicitListValues());
            assertEquals(
                    "'vigil-choices'!$A$1:$A$60",
                    sheet.getDataValidations().get(1).getValidationConstraint().getFormula1());
            assertEquals(SheetVisibility.VERY_HIDDEN, book.getSheetVisibility(1));
            assertEquals(10 * 256, sheet.getColumnWidth(0));
        }
        assertEquals(1, read(bytes).size(), "the sheet of choices is nobody's data");
    }

    @Test
    void numbersDatesFormulasAndTruthComeAsPlainText() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Số");
            org.apache.poi.ss.usermodel.Row row = sheet.createRow(4);
            row.createCell(0).setCellValue(900000001);
            row.createCell(1).setCellValue(0.1 + 0.2);
            XSSFCell day = (XSSFCell) row.createCell(2);
            day.setCellValue(java.time.LocalDate.of(2026, 12, 1));
            day.setCellStyle(format(book, "dd/mm/yyyy"));
            XSSFCell time = (XSSFCell) row.createCell(3);
            time.setCellValue(0.25);
            time.setCellStyle(format(book, "h:mm"));
            XSSFCell both = (XSSFCell) row.createCell(4);
            both.setCellValue(java.time.LocalDateTime.of(2026, 12, 1, 22, 30));
            both.setCellStyle(format(book, "dd/mm/yyyy hh:mm"));
            row.createCell(5).setCellValue(true);
            row.createCell(6).setCellFormula("1+1");
            book.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(row.getCell(6));
            row.createCell(7).setCellValue("  e\u0302\u0301\u00a0"); // ế in pieces, and a no-break space
            sheet.createRow(9).createCell(1).setCellValue(1e15);
            List<Sheet> back = read(bytes(book));
            assertEquals(
                    List.of("900000001", "0.3", "2026-12-01", "06:00", "2026-12-01T22:30", "true", "2", "\u1ebf"),
                    back.get(0).rows().get(0).cells());
            assertEquals(5, back.get(0).rows().get(0).number());
            assertEquals(
                    new SheetRow(10, List.of("", "1000000000000000")),
                    back.get(0).rows().get(1));
        }
    }

    @Test
    void allBadCellsAreNamedAtOnce() throws IOException {
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            XSSFSheet sheet = book.createSheet("Ca");
            ((XSSFCell) sheet.createRow(1).createCell(1)).setCellErrorValue(FormulaError.REF);
            sheet.createRow(2).createCell(2).setCellFormula("A1+1");
            VigilException e = refused(bytes(book));
            assertEquals(ErrorKind.USAGE, e.kind());
            assertEquals(
                    List.of("Ca!B2 holds the error #REF!", "Ca!C3 holds a formula whose value was not saved"), whys(e));
        }
    }

    @Test
    void limitsAreKept() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(List.of("a", "b", "dài".repeat(10)));
        }
        Path file = put(Sheets.bytes(List.of(new SheetPlan("A", List.of(SheetColumn.of("A", 5)), rows))));
        assertEquals("it has more than 10 filled rows", why(file, new SheetLimits(1 << 20, 1 << 20, 10, 10, 100)));
        assertEquals(
                "A!C2 is filled; only the first 2 columns are read",
                why(file, new SheetLimits(1 << 20, 1 << 20, 100, 2, 100)));
        assertEquals("A!C2 holds more than 20 characters", why(file, new SheetLimits(1 << 20, 1 << 20, 100, 10, 20)));
        assertEquals("the file is larger than 0 MB", why(file, new SheetLimits(100, 1 << 20, 100, 10, 20)));
        assertEquals("unpacked it would be larger than 0 MB", why(file, new SheetLimits(1 << 20, 500, 100, 10, 20)));
    }

    @Test
    void aBombIsRefusedBeforeItGoesOff() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        byte[] zeros = new byte[1 << 20];
        try (OutputStream out = Files.newOutputStream(bomb);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            for (int i = 0; i < 300; i++) {
                zip.write(zeros);
            }
        }
        assertTrue(Files.size(bomb) < 1 << 20);
        assertEquals("unpacked it would be larger than 200 MB", why(bomb, SheetLimits.LISTS));
    }

    @Test
    void outsideEntitiesAreNeverFetched() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "bí mật");
        byte[] good = Sheets.bytes(List.of(new SheetPlan("A", List.of(SheetColumn.of("A", 5)), List.of())));
        Path file = folder.resolve("xxe.xlsx");
        try (java.util.zip.ZipInputStream in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(good));
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                out.putNextEntry(new ZipEntry(e.getName()));
                byte[] part = in.readAllBytes();
                if (e.getName().endsWith("sheet1.xml")) {
                    part = ("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri()
                                    + "\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                                    + "<sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&e;</v></c></row></sheetData></worksheet>")
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.write(part);
            }
        }
        assertEquals("it is no workbook of the form .xlsx", why(file, SheetLimits.LISTS));
    }

    @Test
    void otherFilesAreRefusedWithTheWayOut() throws Exception {
        assertEquals(
                "it is no workbook of the form .xlsx",
                whys(refused("a,b\n".getBytes(StandardCharsets.UTF_8))).get(0));
        assertEquals(
                "it is no workbook of the form .xlsx",
                whys(refused(new byte[0])).get(0));
        java.io.ByteArrayOutputStream old = new java.io.ByteArrayOutputStream();
        try (HSSFWorkbook book = new HSSFWorkbook()) {
            book.createSheet("A");
            book.write(old);
        }
        assertEquals(
                "it is of the old form .xls, or locked by a password",
                whys(refused(old.toByteArray())).get(0));
        byte[] good = Sheets.bytes(List.of(new SheetPlan("A", List.of(SheetColumn.of("A", 5)), List.of())));
        VigilException cut = refused(Arrays.copyOf(good, good.length / 2));
        assertEquals("the file is damaged or cannot be opened", whys(cut).get(0));
        VigilException locked = refused(locked(good));
        assertEquals(
                "open it in the spreadsheet program and save it as .xlsx, without a password",
                Texts.render(locked.next().get(0), Lang.EN));
        VigilException none = assertThrows(
                VigilException.class, () -> Sheets.read(folder.resolve("không có.xlsx"), SheetLimits.LISTS));
        assertEquals(ErrorKind.NOT_FOUND, none.kind());
    }

    private static byte[] locked(byte[] good) throws Exception {
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("only of this test");
            try (OPCPackage pack = OPCPackage.open(new ByteArrayInputStream(good));
                    OutputStream out = encryptor.getDataStream(files)) {
                pack.save(out);
            }
            java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
            files.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static CellStyle format(XSSFWorkbook book, String format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(format));
        return style;
    }

    private static byte[] bytes(XSSFWorkbook book) throws IOException {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        book.write(out);
        return out.toByteArray();
    }

    private Path put(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("f.xlsx"), bytes);
    }

    private List<Sheet> read(byte[] bytes) throws IOException {
        return Sheets.read(put(bytes), SheetLimits.LISTS);
    }

    private VigilException refused(byte[] bytes) throws IOException {
        Path file = put(bytes);
        return assertThrows(VigilException.class, () -> Sheets.read(file, SheetLimits.LISTS));
    }

    private static List<String> whys(VigilException e) {
        return e.why().stream().map(w -> Texts.render(w, Lang.EN)).toList();
    }

    private static String why(Path file, SheetLimits limits) {
        return whys(assertThrows(VigilException.class, () -> Sheets.read(file, limits)))
                .get(0);
    }
}
