package vn.vigil.roster.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.DayClass;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.people.SiteProfile;
import vn.vigil.register.SavedEntry;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.Shift;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Cell;
import vn.vigil.roster.plan.Source;
import vn.vigil.testkit.Databases;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** Duty tables, the sheet on the wall, and plans that go out and come in. Names and numbers are made up. */
class RosterPapersStoriesTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final LocalDate LAST = LocalDate.parse("2026-03-31");
    private static final List<String> NAMES = List.of(
            "Nguyễn Thị Phương Thảo",
            "Trần Quốc Đạt",
            "Lê Hoàng Ngọc Ánh",
            "Phạm Văn Được",
            "Vũ Thị Hường",
            "Hoàng Bảo Vỹ",
            "Đặng Nguyễn Thùy Trang",
            "Bùi Xuân Huỳnh",
            "Tôn Nữ Công Tằng Quỳnh Như",
            "Đỗ Hữu Nghĩa");

    @TempDir
    Path folder;

    private RosterHouse house;

    /** Twelve people, three shifts a day and a leader by telephone; March 2026 is filled. */
    private void open(Databases database) {
        house = new RosterHouse(database, folder);
        for (int i = 0; i < NAMES.size(); i++) {
            house.people.add(
                    house.people.actor(null),
                    new NewMember(
                            new MemberId("p" + i),
                            NAMES.get(i),
                            "0900 000 00" + i,
                            null,
                            null,
                            null,
                            EnumSet.of(Office.TEAM_MEMBER),
                            LocalDate.parse("2026-01-01"),
                            null),
                    false);
        }
        house.post("chinh");
        house.shift("ca1", "chinh", "06:00", "14:00");
        house.shift("ca2", "chinh", "14:00", "22:00");
        house.shift("ca3", "chinh", "22:00", "06:00");
        house.books.addShift(
                house.lan,
                new Shift(
                        "ld",
                        "chinh",
                        "Lãnh đạo trực",
                        LocalTime.of(7, 0),
                        LocalTime.of(7, 0),
                        true,
                        DutyKind.BY_TELEPHONE,
                        0,
                        1,
                        EnumSet.allOf(DayClass.class),
                        0,
                        false,
                        null,
                        LocalDate.parse("2026-01-01"),
                        null));
        give(seats(), null);
    }

    private Map<SlotKey, MemberId> seats() {
        Map<SlotKey, MemberId> seats = new LinkedHashMap<>();
        int turn = 0;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            for (String shift : List.of("ca1", "ca2", "ca3")) {
                seats.put(new SlotKey(day, shift, SeatRole.WATCHER, 1), new MemberId("p" + turn++ % NAMES.size()));
            }
            seats.put(
                    new SlotKey(day, "ld", SeatRole.LEAD, 1),
                    new MemberId(day.getDayOfMonth() % 2 == 0 ? "lan" : "minh"));
        }
        return seats;
    }

    private void give(Map<SlotKey, MemberId> seats, String reason) {
        List<Cell> cells = new ArrayList<>();
        seats.forEach((slot, member) -> cells.add(new Cell(slot, member, Source.PATTERN, false)));
        house.store.write(tx -> {
            house.plans.give(tx, house.lan, cells, reason);
            return null;
        });
    }

    private static String text(MadePaper made) {
        return new String(made.bytes(), StandardCharsets.UTF_8);
    }

    private static String warnings(MadePaper made) {
        StringBuilder all = new StringBuilder();
        for (Message warning : made.warnings()) {
            all.append(Texts.render(warning, Lang.EN)).append('\n');
        }
        return all.toString();
    }

    private MadePaper table(LocalDate date, String number, boolean draft, Lang lang) {
        return house.papers.make(new ExportRequest(
                FIRST, LAST, RosterFormat.MD, null, null, false, null, false, number, date, draft, lang));
    }

    @Test
    void aBusyMonthIsOnePageForTheWallWithEverybodysTelephone() throws Exception {
        open(Databases.SQLITE);
        MadePaper made = house.papers.print(YearMonth.of(2026, 3), RosterFormat.PDF, null, Lang.VI);
        assertEquals("lich-truc-2026-03.pdf", made.name());
        try (PDDocument pdf = Loader.loadPDF(made.bytes())) {
            assertEquals(1, pdf.getNumberOfPages());
            assertTrue(pdf.getPage(0).getMediaBox().getHeight()
                    > pdf.getPage(0).getMediaBox().getWidth());
            String text = new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " ");
            for (int i = 0; i < NAMES.size(); i++) {
                assertTrue(text.contains(NAMES.get(i) + " 0900 000 00" + i), NAMES.get(i) + " in " + text);
            }
            assertTrue(text.contains("LỊCH TRỰC THÁNG 3 NĂM 2026"), text);
            assertTrue(text.contains("Ký nhận"), text);
            assertTrue(text.contains("113"), text);
            assertTrue(text.contains("Bản dự kiến, chưa công bố."), text);
        }
        assertTrue(warnings(made).contains("2 people on duty have no telephone number"), warnings(made));
        house.close();
    }

    /** Two people in each of three shifts: their numbers go below the table, and it is one page all the same. */
    @Test
    void whereAPageHasNoRoomForTelephonesTheyStandBelow() throws Exception {
        open(Databases.SQLITE);
        for (String shift : List.of("ca1", "ca2", "ca3")) {
            house.store.write(tx -> tx.run("update roster_shift set watchers = 2 where id = ?", shift));
        }
        Map<SlotKey, MemberId> second = new LinkedHashMap<>();
        int turn = 5;
        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            for (String shift : List.of("ca1", "ca2", "ca3")) {
                second.put(new SlotKey(day, shift, SeatRole.WATCHER, 2), new MemberId("p" + turn++ % NAMES.size()));
            }
        }
        give(second, null);
        MadePaper made = house.papers.print(YearMonth.of(2026, 3), RosterFormat.PDF, null, Lang.VI);
        try (PDDocument pdf = Loader.loadPDF(made.bytes())) {
            assertEquals(1, pdf.getNumberOfPages());
            String text = new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " ");
            assertEquals(2, text.split("0900 000 008", -1).length, text);
            // By given name: Ánh stands first.
            assertTrue(text.contains("Lê Hoàng Ngọc Ánh 0900 000 002 · "), text);
        }
        house.close();
    }

    @Test
    void shiftsThatNeverMeetShareAColumn() {
        open(Databases.SQLITE);
        house.store.write(tx -> {
            tx.run("update roster_shift set days = 'workday' where id = 'ca1'");
            return tx.run(
                    "update roster_shift set start_time = '06:00', end_time = '14:00', days = 'weekend holiday tet'"
                            + " where id = 'ca2'");
        });
        String source = text(house.papers.print(YearMonth.of(2026, 3), RosterFormat.MD, null, Lang.VI));
        assertTrue(
                source.contains(
                        "| Ngày | Lãnh đạo trực | Ca ca1 / Ca ca2<br>06:00–14:00 | Ca ca3<br>22:00–06:00 | Ký nhận |"),
                source);
        house.close();
    }

    @Test
    void aDraftHasBlanksAndAPublishedTableItsNumberRevisionAndSignature() {
        open(Databases.SQLITE);
        MadePaper draft = table(null, null, false, Lang.VI);
        String text = text(draft);
        assertTrue(text.contains("Kèm theo Thông báo số\u00a0\u00a0"), text);
        assertTrue(text.contains("/TB-TNC ngày\u00a0"), text);
        assertTrue(text.contains("\ndate: \n"), text);
        assertTrue(text.contains("superior: (ĐƠN VỊ CHƯA ĐẶT TÊN)"), text);
        assertTrue(text.contains("title: TM. TỔ NÒNG CỐT<br>TỔ TRƯỞNG"), text);
        assertTrue(text.contains("name: Nguyễn Thị Lan"), text);
        assertTrue(
                text.contains("| 1 | Chủ nhật<br>01/03/2026 | Ca ca1<br>06:00–14:00 | Nguyễn Thị Phương Thảo |"
                        + " 0900 000 000 | Trần Văn Minh |"),
                text);
        assertTrue(text.contains("| 93 |") && !text.contains("| 94 |"), "leaders have no rows of their own");
        assertTrue(warnings(draft).contains("is not published"), warnings(draft));
        assertEquals(List.of(), draft.publications());
        assertEquals(93, draft.duties());

        house.people.setSite(
                house.lan,
                new SiteProfile(
                        LocalDate.parse("2026-03-02"),
                        "Sở Mẫu",
                        "Ủy ban nhân dân tỉnh Mẫu",
                        "Thị Mẫu",
                        "Công an phường Mẫu",
                        LocalDate.parse("2026-03-02"),
                        true),
                false);
        house.published("ROS-2026-0001", FIRST, LAST, seats());
        SavedEntry number = house.papers.number(house.lan, "ROS-2026-0001", null, LocalDate.parse("2026-03-02"));
        assertEquals("01/TB-TNC", number.entry().number());
        assertEquals("Thông báo phân công trực tháng 3 năm 2026", number.entry().title());
        assertEquals("Nguyễn Thị Lan", number.entry().signer());
        assertFalse(house.papers.number(house.lan, "ROS-2026-0001", null, null).changed());
        MadePaper published = table(null, null, false, Lang.VI);
        text = text(published);
        assertEquals(List.of("ROS-2026-0001"), published.publications());
        assertTrue(text.contains("Kèm theo Thông báo số 01/TB-TNC ngày 02 tháng 3 năm 2026"), text);
        assertTrue(text.contains("date: 2026-03-02"), text);
        assertTrue(text.contains("superior: SỞ MẪU"), text);
        assertTrue(text.contains("ROS-2026-0001 (bản thứ 1) công bố ngày 02/03/2026, mã kiểm 0123456789ab"), text);
        assertFalse(text.contains("dự kiến"), text);
        assertArrayEquals(published.bytes(), table(null, null, false, Lang.VI).bytes());
        // The Văn thư's number is printed as it was given.
        text = text(table(LocalDate.parse("2026-03-05"), "12/KH-SM", false, Lang.EN));
        assertTrue(text.contains("Attached to Plan No. 12/KH-SM of 5 March 2026"), text);

        give(Map.of(new SlotKey(FIRST, "ca1", SeatRole.WATCHER, 1), new MemberId("p9")), "đổi ca");
        MadePaper changed = table(null, null, false, Lang.VI);
        assertTrue(text(changed).contains("Số suất trực đã thay đổi sau khi công bố: 1."), text(changed));
        assertTrue(warnings(changed).contains("1 seats have changed since publishing"), warnings(changed));

        // In 2025 nobody held an office: nobody may sign.
        VigilException refused =
                assertThrows(VigilException.class, () -> table(LocalDate.parse("2025-12-01"), null, false, Lang.VI));
        assertEquals(ErrorKind.REFUSED, refused.kind());
        MadePaper unsigned = table(LocalDate.parse("2025-12-01"), null, true, Lang.VI);
        assertTrue(text(unsigned).contains("- title: \n    note: \n    name: \n"), text(unsigned));
        assertTrue(warnings(unsigned).contains("the signature stays blank: "), warnings(unsigned));
        house.close();
    }

    @Test
    void aPageForTheScreenHasNoScriptAndAsksNobody() {
        open(Databases.SQLITE);
        String html = text(house.papers.make(ExportRequest.of(FIRST, LAST, RosterFormat.HTML, Lang.VI)));
        assertTrue(html.contains("Tôn Nữ Công Tằng Quỳnh Như"));
        for (String word : List.of("<script", "src=", "href=", "url(", "@import")) {
            assertFalse(html.contains(word), word);
        }
        house.close();
    }

    @ParameterizedTest
    @EnumSource
    void aPlanGoesOutAndComesInAgain(Databases database) throws Exception {
        open(database);
        MadePaper made = house.papers.make(ExportRequest.of(FIRST, LAST, RosterFormat.CSV, Lang.VI));
        assertEquals(124, made.duties());
        Path csv = Files.write(folder.resolve("plan.csv"), made.bytes());
        assertTrue(text(made)
                .startsWith("date,shift,role,seat,person,locked,name,post,from,to,stood\r\n"
                        + "2026-03-01,ca1,watcher,1,p0,no,Nguyễn Thị Phương Thảo,chinh,"
                        + "2026-03-01T06:00:00+07:00,2026-03-01T14:00:00+07:00,\r\n"));
        PlanImported same = house.papers.importCsv(house.lan, csv, null);
        assertEquals(new PlanImported(0, 124, FIRST, LAST), same);

        // Names in either Unicode form, semicolons, a seat emptied, one given away.
        String nfd = java.text.Normalizer.normalize("Đỗ Hữu Nghĩa", java.text.Normalizer.Form.NFD);
        LocalDate tenth = LocalDate.parse("2026-03-10");
        Path own = Files.writeString(
                folder.resolve("own.csv"),
                "\ufeffdate;shift;person\n# remark\n2026-03-10;ca1;" + nfd + "\n2026-03-10;ca2;\n2026-03-10;ca3;p9\n");
        assertEquals(2, house.papers.importCsv(house.lan, own, null).changed());
        assertEquals(0, house.papers.importCsv(house.lan, own, null).changed());
        String now = text(house.papers.make(ExportRequest.of(tenth, tenth, RosterFormat.CSV, Lang.VI)));
        assertTrue(now.contains("2026-03-10,ca1,watcher,1,p9,yes,Đỗ Hữu Nghĩa,"), now);
        assertTrue(now.contains("2026-03-10,ca2,watcher,1,,no,,"), now);

        house.published("ROS-2026-0001", FIRST, LAST, seats());
        VigilException refused = assertThrows(VigilException.class, () -> house.papers.importCsv(house.lan, csv, " "));
        assertEquals(ErrorKind.REFUSED, refused.kind());
        assertEquals(
                2, house.papers.importCsv(house.lan, csv, "lấy lại lịch cũ").changed());
        assertTrue(house.ledger.verify().intact());
        house.close();
    }

    @Test
    void everyFaultOfAFileIsToldByLineAndColumnAndNothingIsWritten() throws Exception {
        open(Databases.SQLITE);
        Path bad = Files.writeString(
                folder.resolve("bad.csv"),
                "date,shift,role,seat,person,locked\n"
                        + "30/2/2026,ca1,watcher,1,p1,\n"
                        + "2026-03-12,ca9,watcher,1,p1,\n"
                        + "2026-03-12,ca1,boss,1,p1,\n"
                        + "2026-03-12,ca1,watcher,0,p1,\n"
                        + "2026-03-12,ca1,watcher,2,p1,\n"
                        + "2026-03-12,ca1,watcher,1,Đỗ Hữu Nghị,maybe\n"
                        + "2026-03-12,ca2,watcher,1,p1,\n"
                        + "2026-03-12,ca2,watcher,1,p2,\n"
                        + "2026-03-12,ca3,watcher,1,p3,,extra\n"
                        + "2025-06-01,ca3,watcher,1,p3,\n"
                        + "2026-03-01,ca1,watcher,1,p7,\n");
        VigilException e = assertThrows(VigilException.class, () -> house.papers.importCsv(house.lan, bad, null));
        assertEquals(ErrorKind.USAGE, e.kind());
        List<String> told = new ArrayList<>();
        for (Message why : e.why()) {
            told.add(Texts.render(why, Lang.EN));
        }
        assertEquals(
                List.of(
                        "line 2, column date: not a day like 2026-12-05: '30/2/2026'",
                        "line 3, column shift: there is no shift ca9; did you mean ca1?",
                        "line 4, column role: a role is watcher or lead, not 'boss'",
                        "line 5, column seat: a seat is a number from 1 to 9, not '0'",
                        "line 6, column seat: shift ca1 has 1 seats for watchers and 0 for duty leads",
                        "line 7, column locked: yes or no, not 'maybe'",
                        "line 7, column person: there is nobody called Đỗ Hữu Nghị; did you mean Đỗ Hữu Nghĩa?",
                        "line 9, column seat: seat 2026-03-12/ca2/watcher-1 is already in line 8",
                        "line 10, column …: there are cells behind the last column",
                        "line 11, column date: shift ca3 is not stood on 2025-06-01",
                        "line 12, column date: the shift has begun; put it right with vigil roster correct"
                                + " 2026-03-01/ca1/watcher-1 PERSON --reason …"),
                told);
        assertEquals(
                0,
                house.papers
                        .importCsv(
                                house.lan,
                                Files.write(
                                        folder.resolve("all.csv"),
                                        house.papers
                                                .make(ExportRequest.of(FIRST, LAST, RosterFormat.CSV, Lang.VI))
                                                .bytes()),
                                null)
                        .changed());
        house.close();
    }

    @Test
    void aFileIsWrittenOnceAndAnotherIsNeverReplacedUnasked() throws Exception {
        open(Databases.SQLITE);
        MadePaper made = house.papers.make(ExportRequest.of(FIRST, LAST, RosterFormat.CSV, Lang.VI));
        Path file = folder.resolve("out.csv");
        assertEquals(
                SavedPaper.State.NEW, house.papers.save(made, file, false, true).state());
        assertFalse(Files.exists(file));
        assertEquals(
                SavedPaper.State.NEW,
                house.papers.save(made, file, false, false).state());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(
                SavedPaper.State.UNCHANGED,
                house.papers.save(made, file, false, false).state());
        Files.writeString(file, "mine");
        VigilException e = assertThrows(VigilException.class, () -> house.papers.save(made, file, false, false));
        assertEquals(ErrorKind.CONFLICT, e.kind());
        assertEquals("mine", Files.readString(file));
        assertEquals(
                SavedPaper.State.REPLACED,
                house.papers.save(made, file, true, false).state());
        assertArrayEquals(made.bytes(), Files.readAllBytes(file));
        assertThrows(
                VigilException.class, () -> house.papers.save(made, folder.resolve("nowhere/out.csv"), false, true));
        house.close();
    }
}
