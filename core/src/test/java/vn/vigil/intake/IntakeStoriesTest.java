package vn.vigil.intake;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.camera.Cameras;
import vn.vigil.config.Home;
import vn.vigil.document.Sheet;
import vn.vigil.document.SheetColumn;
import vn.vigil.document.SheetLimits;
import vn.vigil.document.SheetPlan;
import vn.vigil.document.SheetRow;
import vn.vigil.document.Sheets;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.people.Office;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.book.Book;
import vn.vigil.secret.Vault;
import vn.vigil.testkit.Databases;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;
import vn.vigil.upkeep.Upkeep;

/** A department fills the workbook in on its first day. It is Monday 2 March 2026, 14:05. */
class IntakeStoriesTest {
    @TempDir
    Path folder;

    /** A site with a leader and her deputy, and the door through which a workbook comes in. */
    private static final class Office1 implements AutoCloseable {
        final RosterHouse house;
        final Cameras cameras;
        final Intake intake;

        Office1(Databases database, Path folder) {
            house = new RosterHouse(database, folder);
            Upkeep upkeep = new Upkeep(house.world, house.config, house.store, house.ledger, house.people);
            Vault vault = new Vault(Home.of(house.world, folder), house.config, house.world);
            cameras = new Cameras(house.world, house.config, house.store, house.ledger, vault, upkeep, () -> {
                throw new AssertionError("nobody is told anything of an import");
            });
            intake = new Intake(house.store, house.people, cameras, house.books);
        }

        long entries() {
            return house.ledger.verify().entries();
        }

        @Override
        public void close() {
            house.close();
        }
    }

    /** The template as it is read back, with more rows on its sheets. */
    private Path filled(Map<String, List<List<String>>> more) throws Exception {
        Path template = folder.resolve("mau.xlsx");
        Intake.writeTemplate(template, Lang.VI, false);
        List<SheetPlan> plans = new ArrayList<>();
        for (Sheet sheet : Sheets.read(template, SheetLimits.LISTS)) {
            List<SheetColumn> columns = new ArrayList<>();
            for (String title : sheet.rows().get(0).cells()) {
                columns.add(SheetColumn.of(title, 20));
            }
            List<List<String>> rows = new ArrayList<>();
            for (SheetRow row : sheet.rows().subList(1, sheet.rows().size())) {
                rows.add(row.cells());
            }
            rows.addAll(more.getOrDefault(sheet.name(), List.of()));
            plans.add(new SheetPlan(sheet.name(), columns, rows));
        }
        Path file = folder.resolve("danh-sach.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Sheets.write(plans, out);
        }
        return file;
    }

    private static Map<String, List<List<String>>> department() {
        List<List<String>> people = new ArrayList<>();
        String[] given = {"An", "Bình", "Cường", "Dung", "Đức", "Giang", "Hà", "Khánh", "Linh", "Mai", "Nam", "Oanh"};
        for (int i = 0; i < given.length; i++) {
            people.add(Arrays.asList(
                    "Nguyễn Văn " + given[i],
                    Integer.toString(912_000_001 + i),
                    i == 0 ? "to truong" : i == 1 ? "team-deputy, operator" : "thanh vien to nong cot",
                    null,
                    null,
                    "2026-01-01"));
        }
        List<List<String>> cameras = new ArrayList<>();
        for (int i = 1; i <= 30; i++) {
            cameras.add(Arrays.asList(
                    "cam-" + i,
                    "Hành lang " + i,
                    "rtsp://192.0.2." + i + "/stream1",
                    null,
                    "Tầng " + (i % 5 + 1),
                    i % 2 == 0 ? "cong" : "san",
                    i <= 5 ? "có" : "không"));
        }
        Map<String, List<List<String>>> all = new LinkedHashMap<>();
        all.put("Người", people);
        all.put("Camera", cameras);
        all.put("Vị trí trực", List.of(Arrays.asList("phong-truc", "Phòng trực camera", null, "2026-01-01")));
        all.put(
                "Ca trực",
                List.of(
                        Arrays.asList(
                                "ngay",
                                "Phòng trực camera",
                                "Ca ngày",
                                "7h30",
                                "17:00",
                                null,
                                "trực tại chỗ",
                                "1",
                                "0",
                                "ngày làm việc",
                                "không"),
                        Arrays.asList(
                                "dem",
                                "phong-truc",
                                "Ca đêm",
                                "17:00",
                                "7:30",
                                "có",
                                "Trực qua điện thoại",
                                "1",
                                null,
                                "mọi ngày")));
        all.put("Nghỉ phép", List.of(Arrays.asList("Nguyễn Văn Hà", "2026-03-16", "2026-03-20", "nghỉ ốm")));
        return all;
    }

    private static List<String> texts(List<Message> messages) {
        List<String> texts = new ArrayList<>();
        for (Message message : messages) {
            texts.add(Texts.render(message, Lang.EN));
        }
        return texts;
    }

    private static List<String> faults(ErrorKind kind, org.junit.jupiter.api.function.Executable act) {
        VigilException e = assertThrows(VigilException.class, act);
        List<String> faults = texts(e.why());
        assertEquals(kind, e.kind(), Texts.render(e.what(), Lang.EN) + faults);
        return faults;
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aDepartmentOfTwelveAndThirtyCamerasComesInAtOnceAndOnlyOnce(Databases database) throws Exception {
        try (Office1 office = new Office1(database, folder.resolve("site"))) {
            Actor lan = office.house.lan;
            Path file = filled(department());
            IntakeReport report = office.intake.read(lan, file);
            List<Integer> added = new ArrayList<>();
            report.parts().forEach(p -> added.add(p.added().size()));
            assertEquals(List.of(12, 30, 1, 2, 1), added, "the examples are nobody");
            List<String> told = texts(report.told());
            assertTrue(told.contains("Người!B3: 912000001 got its leading 0 back: 0912000001"), told.toString());
            assertTrue(told.contains("Người!A3: Nguyễn Văn An gets the short name annv"), told.toString());
            Member an = office.house.people.byId(new MemberId("annv"));
            assertEquals("0912000001", an.phone());
            assertEquals(java.util.Set.of(Office.TEAM_LEADER), an.offices(RosterHouse.MONDAY));
            assertEquals(
                    java.util.Set.of(Office.TEAM_DEPUTY, Office.OPERATOR),
                    office.house.people.byId(new MemberId("binhnv")).offices(RosterHouse.MONDAY));
            assertEquals(30, office.cameras.list().size());
            assertTrue(office.cameras.find("cam-5").essential());
            assertFalse(office.cameras.find("cam-6").essential());
            Book book = office.house.books.book(RosterHouse.MONDAY, RosterHouse.MONDAY.plusDays(30));
            assertEquals("phong-truc", book.shift("ngay").post(), "a post may be called by its name");
            assertTrue(book.shift("dem").nextDay());
            assertEquals(14, book.watchers().size());
            assertEquals(1, book.leaves().size());

            long entries = office.entries();
            IntakeReport again = office.intake.read(lan, file);
            List<Integer> unchanged = new ArrayList<>();
            again.parts().forEach(p -> {
                assertEquals(List.of(), p.added(), p.sheet().id());
                unchanged.add(p.unchanged().size());
            });
            assertEquals(List.of(12, 30, 1, 2, 1), unchanged);
            assertEquals(entries, office.entries(), "the second time writes nothing, not even into the ledger");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void oneFaultAnywhereAndNothingIsWritten(Databases database) throws Exception {
        try (Office1 office = new Office1(database, folder.resolve("site"))) {
            Map<String, List<List<String>>> all = department();
            all.get("Người").get(4).set(2, "tổ trưởn");
            all.get("Người").get(5).set(0, null);
            all.get("Camera").get(6).set(2, "http://192.0.2.7/");
            all.get("Camera").get(7).set(0, "cam-7");
            all.get("Camera").get(8).set(0, "Cam 9");
            all.get("Ca trực").get(1).set(5, "không");
            all.get("Ca trực").get(0).set(1, "phong-tuc");
            long entries = office.entries();
            Path file = filled(all);
            List<String> faults = faults(ErrorKind.USAGE, () -> office.intake.read(office.house.lan, file));
            String text = String.join("\n", faults);
            assertTrue(text.contains("Người!C7: there is no office \"tổ trưởn\"; did you mean \"Tổ trưởng\"?"), text);
            assertTrue(text.contains("Người!A8: it must be given"), text);
            assertTrue(text.contains("Camera!C9: "), text);
            assertTrue(text.contains("Camera!A10: \"cam-7\" stands there twice, first at Camera!A9"), text);
            assertTrue(text.contains("Camera!A11: \"Cam 9\" can be no short name"), text);
            assertTrue(text.contains("Ca trực!E4: from 17:00 to 07:30 crosses midnight"), text);
            assertTrue(text.contains("Ca trực!B3: there is no post \"phong-tuc\"; did you mean phong-truc?"), text);
            assertEquals(7, faults.size(), text);
            assertEquals(entries, office.entries());
            assertEquals(2, office.house.people.list(true).size());
            assertEquals(List.of(), office.cameras.list());
            assertEquals(
                    List.of(),
                    office.house
                            .books
                            .book(RosterHouse.MONDAY, RosterHouse.MONDAY)
                            .posts());
        }
    }

    @Test
    void whatIsOnRecordOtherwiseIsRefusedWithTheDifference() throws Exception {
        try (Office1 office = new Office1(Databases.SQLITE, folder.resolve("site"))) {
            office.intake.read(office.house.lan, filled(department()));
            Map<String, List<List<String>>> all = department();
            all.get("Người").get(0).set(1, "0999999999");
            all.get("Camera").get(0).set(1, "Tên khác");
            all.get("Ca trực").get(0).set(4, "18:00");
            List<List<String>> people = new ArrayList<>(all.get("Người"));
            people.add(Arrays.asList("Vũ Thị Phương", "0911111111", "team-member"));
            all.put("Người", people);
            long entries = office.entries();
            Path file = filled(all);
            List<String> faults = faults(ErrorKind.CONFLICT, () -> office.intake.read(office.house.lan, file));
            String text = String.join("\n", faults);
            assertTrue(text.contains("Người!A3: "), text);
            assertTrue(text.contains("0999999999"), text);
            assertTrue(text.contains("Tên khác"), text);
            assertTrue(text.contains("Ca trực!E3: on record is 17:00, here is 18:00"), text);
            assertEquals(entries, office.entries());
            assertEquals(14, office.house.people.list(true).size(), "nor is what is new");
        }
    }

    @Test
    void namesakesNeedShortNamesAndDecomposedLettersAreTheSamePerson() throws Exception {
        try (Office1 office = new Office1(Databases.SQLITE, folder.resolve("site"))) {
            Path file = filled(Map.of(
                    "Người",
                    List.of(
                            Arrays.asList("Lê Thị Hoa", "0911111111", "team-member"),
                            Arrays.asList("Lê Thị Hoa", "0922222222", "team-member"))));
            List<String> faults = faults(ErrorKind.USAGE, () -> office.intake.read(office.house.lan, file));
            assertEquals(2, faults.size(), faults.toString());
            Path told = filled(Map.of(
                    "Người",
                    List.of(
                            Arrays.asList("Lê Thị Hoa", "0911111111", "team-member", null, "hoa1"),
                            Arrays.asList("Lê Thị Hoa", "0922222222", "team-member", null, "hoa2"),
                            // Made up of the name it would be lan, which is taken.
                            Arrays.asList("Lan", "0933333333", "team-member"))));
            IntakeReport report = office.intake.read(office.house.lan, told);
            assertEquals(List.of("hoa1", "hoa2", "lan2"), report.parts().get(0).added());
            String nfd = Normalizer.normalize("Nguyễn Thị Lan", Normalizer.Form.NFD);
            Path same = filled(Map.of("Người", List.of(Arrays.asList(nfd, null, "Tổ trưởng Tổ nòng cốt"))));
            assertEquals(
                    List.of("lan"),
                    office.intake.read(office.house.lan, same).parts().get(0).unchanged());
        }
    }

    @Test
    void aWorkbookAsPeopleMakeIt() throws Exception {
        try (Office1 office = new Office1(Databases.SQLITE, folder.resolve("site"))) {
            Path file = folder.resolve("tu-lam.xlsx");
            try (XSSFWorkbook book = new XSSFWorkbook();
                    OutputStream out = Files.newOutputStream(file)) {
                XSSFSheet people = book.createSheet("NGUOI");
                people.createRow(0).createCell(0).setCellValue("DANH SÁCH CÁN BỘ");
                people.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
                row(people, 2, "Họ và tên", "Điện thoại", "Từ ngày", "Chức vụ");
                Row an = row(people, 3, "Phạm Thị Ánh");
                an.createCell(1).setCellValue(912_345_678d);
                CellStyle day = book.createCellStyle();
                day.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy"));
                an.createCell(2).setCellValue(LocalDate.parse("2026-02-01"));
                an.getCell(2).setCellStyle(day);
                an.createCell(3).setCellFormula("CONCATENATE(\"team\",\"-member\")");
                an.getCell(3).setCellValue("team-member");
                XSSFSheet posts = book.createSheet("vi tri truc");
                row(posts, 0, "Tên gọi", "Từ ngày");
                row(posts, 1, "Cổng chính", "2026-02-01");
                book.setSheetHidden(1, true);
                XSSFSheet shifts = book.createSheet("Shifts");
                row(shifts, 0, "Short name", "Post", "Name", "Start", "End", "Next day");
                Row night = row(shifts, 1, "dem", "Cổng chính", "Ca đêm");
                CellStyle clock = book.createCellStyle();
                clock.setDataFormat(book.createDataFormat().getFormat("hh:mm"));
                night.createCell(3).setCellValue(22 / 24d);
                night.createCell(4).setCellValue(0d);
                night.createCell(5).setCellValue(true);
                night.getCell(3).setCellStyle(clock);
                night.getCell(4).setCellStyle(clock);
                book.createSheet("Sheet1");
                book.write(out);
            }
            IntakeReport report = office.intake.read(office.house.lan, file);
            Member anh = office.house.people.byId(new MemberId("anhpt"));
            assertEquals("0912345678", anh.phone());
            assertEquals(LocalDate.parse("2026-02-01"), anh.from());
            assertTrue(
                    texts(report.told()).contains("vi tri truc!A2: Cổng chính gets the short name cong-chinh"),
                    texts(report.told()).toString());
            Book kept = office.house.books.book(RosterHouse.MONDAY, RosterHouse.MONDAY);
            assertEquals("cong-chinh", kept.shift("dem").post());
            assertEquals(
                    LocalDateTime.parse("2026-03-03T00:00").atZone(kept.zone()).toInstant(),
                    kept.shift("dem").span(RosterHouse.MONDAY, kept.zone()).to());
        }
    }

    private static Row row(XSSFSheet sheet, int at, String... cells) {
        Row row = sheet.createRow(at);
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
        return row;
    }

    @Test
    void whatIsNoWorkbookIsToldInPlainWords() throws Exception {
        try (Office1 office = new Office1(Databases.SQLITE, folder.resolve("site"))) {
            Path csv = Files.writeString(folder.resolve("a.xlsx"), "Họ và tên;Điện thoại\n");
            Path old = Files.write(folder.resolve("a.xls"), new byte[] {
                (byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1
            });
            long entries = office.entries();
            for (Path file : List.of(csv, old)) {
                assertEquals(
                        1,
                        faults(ErrorKind.USAGE, () -> office.intake.read(office.house.lan, file))
                                .size());
            }
            faults(ErrorKind.NOT_FOUND, () -> office.intake.read(office.house.lan, folder.resolve("none.xlsx")));
            Path unknown = folder.resolve("b.xlsx");
            Files.write(
                    unknown,
                    Sheets.bytes(List.of(
                            plan("Ngừoi", List.of("Họ và tên", "Điện thoại"), List.of("x", "y")),
                            plan("Ca trực", List.of("Tên ngắn", "Vị trí", "Giờ vào"), List.of("x", "y", "z")),
                            plan("Camra", List.of("abc", "def"), List.of("x", "y")),
                            plan("Camera", List.of("abc", "def"), List.of("x", "y")))));
            List<String> faults = faults(ErrorKind.USAGE, () -> office.intake.read(office.house.lan, unknown));
            String text = String.join("\n", faults);
            assertTrue(text.contains("Ca trực!C1: column \"Giờ vào\" is not known"), text);
            assertTrue(text.contains("sheet \"Camra\" is not known; did you mean \"Camera\"?"), text);
            assertTrue(text.contains("Camera!A1: no header was found"), text);
            List<List<String>> many = new ArrayList<>();
            for (int i = 0; i < 100_000; i++) {
                many.add(List.of("Người " + i));
            }
            Path big = Files.write(
                    folder.resolve("c.xlsx"),
                    Sheets.bytes(List.of(new SheetPlan("Người", List.of(SheetColumn.of("Họ và tên", 9)), many))));
            assertEquals(
                    1,
                    faults(ErrorKind.USAGE, () -> office.intake.read(office.house.lan, big))
                            .size());
            assertEquals(entries, office.entries());
        }
    }

    private static SheetPlan plan(String name, List<String> titles, List<String> row) {
        List<SheetColumn> columns = new ArrayList<>();
        titles.forEach(t -> columns.add(SheetColumn.of(t, 10)));
        return new SheetPlan(name, columns, List.of(row));
    }

    @Test
    void theTemplateIsWrittenOnceAndNeverOverAnotherFile() throws Exception {
        Path file = folder.resolve("mau.xlsx");
        assertTrue(Intake.writeTemplate(file, Lang.VI, true));
        assertFalse(Files.exists(file), "a dry run writes nothing");
        assertTrue(Intake.writeTemplate(file, Lang.VI, false));
        byte[] bytes = Files.readAllBytes(file);
        assertFalse(Intake.writeTemplate(file, Lang.VI, false));
        Path other = Files.write(folder.resolve("khac.xlsx"), "abc".getBytes(StandardCharsets.UTF_8));
        VigilException e = assertThrows(VigilException.class, () -> Intake.writeTemplate(other, Lang.VI, false));
        assertEquals(ErrorKind.CONFLICT, e.kind());
        assertEquals("abc", Files.readString(other));
        assertArrayEquals(bytes, Files.readAllBytes(file));
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(file))) {
            assertEquals("Người", book.getSheetName(1));
            assertEquals(
                    "Họ và tên*", book.getSheet("Người").getRow(0).getCell(0).getStringCellValue());
            assertTrue(book.getSheet("Người").getRow(0).getCell(1).getCellComment() != null);
            assertFalse(book.getSheet("Ca trực").getDataValidations().isEmpty());
        }
    }
}
