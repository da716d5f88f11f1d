package vn.vigil.roster.book;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.people.Actor;
import vn.vigil.people.BodyKind;
import vn.vigil.people.Office;
import vn.vigil.people.OutsideBody;
import vn.vigil.roster.RosterHouse;
import vn.vigil.testkit.Databases;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** What a roster is made of is entered, changed, imported and set up. It is Monday 2 March 2026, 14:05. */
class BookStoriesTest {
    @TempDir
    Path folder;

    /** Pairs of a column's word and what is said. */
    private static Written told(String... said) {
        Map<BookColumn, String> cells = new EnumMap<>(BookColumn.class);
        for (int i = 0; i < said.length; i += 2) {
            cells.put(
                    BookColumn.valueOf(
                            said[i].toUpperCase(java.util.Locale.ROOT).replace('-', '_')),
                    said[i + 1]);
        }
        return new Written(column -> "--" + column.id(), cells);
    }

    private static List<String> faults(VigilException e) {
        List<String> faults = new ArrayList<>();
        for (Message why : e.why()) {
            faults.add(Texts.render(why, Lang.EN));
        }
        return faults;
    }

    private static void refused(ErrorKind kind, String part, org.junit.jupiter.api.function.Executable act) {
        VigilException e = assertThrows(VigilException.class, act);
        String all = Texts.render(e.what(), Lang.EN) + "\n" + String.join("\n", faults(e));
        assertEquals(kind, e.kind(), all);
        assertTrue(all.contains(part), all);
    }

    private static void post(RosterHouse house) {
        house.books.add(house.lan, BookKind.POST, told("id", "room", "name", "Phòng trực"));
    }

    private static Written day(String... more) {
        List<String> all = new ArrayList<>(
                List.of("id", "day", "post", "room", "name", "Ca ngày", "start", "06:00", "end", "18:00"));
        all.addAll(List.of(more));
        return told(all.toArray(new String[0]));
    }

    private static Written night() {
        return told(
                "id", "night", "post", "room", "name", "Ca đêm", "start", "18:00", "end", "06:00", "next-day", "yes");
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theSameAgainChangesNothingAndOtherwiseIsAConflict(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            post(house);
            assertEquals(
                    1, house.books.add(house.lan, BookKind.SHIFT, day()).added().size());
            assertEquals(
                    1,
                    house.books
                            .add(house.lan, BookKind.SHIFT, day())
                            .unchanged()
                            .size());
            refused(
                    ErrorKind.CONFLICT,
                    "--watchers: on record is 1, here is 2",
                    () -> house.books.add(house.lan, BookKind.SHIFT, day("watchers", "2")));
            Shift kept =
                    house.books.book(RosterHouse.MONDAY, RosterHouse.MONDAY).shift("day");
            assertEquals(1, kept.watchers(), "a conflict writes nothing");
            assertTrue(kept.counts(), "a watch on site is working time unless somebody says otherwise");

            BookSaved edited =
                    house.books.edit(house.lan, BookKind.SHIFT, told("id", "day", "watchers", "2"), "Thêm camera");
            assertEquals(1, edited.changed().size());
            assertEquals(
                    0,
                    house.books
                            .edit(house.lan, BookKind.SHIFT, told("id", "day", "watchers", "2"), "Thêm camera")
                            .changed()
                            .size());
            refused(
                    ErrorKind.USAGE,
                    "reason",
                    () -> house.books.edit(house.lan, BookKind.SHIFT, told("id", "day", "watchers", "3"), " "));
            refused(
                    ErrorKind.NOT_FOUND,
                    "did you mean day",
                    () -> house.books.edit(house.lan, BookKind.SHIFT, told("id", "dya", "watchers", "3"), "x"));
            Actor hoa = hoa(house);
            refused(ErrorKind.DENIED, "", () -> house.books.add(hoa, BookKind.SHIFT, night()));
            assertEquals(1, house.books.rows(BookKind.SHIFT).size());
        }
    }

    private static Actor hoa(RosterHouse house) {
        house.member("hoa", "Trần Thị Hoa", Office.TEAM_MEMBER);
        return house.people.actor("hoa");
    }

    @Test
    void everyFaultIsToldAtOnceAndNothingWritten() {
        try (RosterHouse house = new RosterHouse(Databases.SQLITE, folder)) {
            post(house);
            VigilException e = assertThrows(
                    VigilException.class,
                    () -> house.books.add(
                            house.lan,
                            BookKind.SHIFT,
                            told(
                                    "id",
                                    "day",
                                    "post",
                                    "rom",
                                    "start",
                                    "25:00",
                                    "end",
                                    "",
                                    "kind",
                                    "by-telefone",
                                    "watchers",
                                    "10",
                                    "from",
                                    "2026-02-30",
                                    "until",
                                    "1/2/2026")));
            List<String> faults = faults(e);
            assertEquals(ErrorKind.USAGE, e.kind());
            assertEquals(
                    List.of(
                            "--post: there is no post \"rom\"; did you mean room?",
                            "--name: is missing",
                            "--start: \"25:00\" is no time of day; write it as 07:30",
                            "--end: is missing"),
                    faults.subList(0, 4));
            assertTrue(faults.get(4).startsWith("--kind: \"by-telefone\""), faults.toString());
            assertTrue(faults.get(4).endsWith("did you mean by-telephone?"), faults.toString());
            assertEquals("--watchers: \"10\" must be a whole number from 0 to 9", faults.get(5));
            assertTrue(faults.get(6).startsWith("--from: "), faults.toString());
            assertTrue(faults.get(7).startsWith("--until: "), faults.toString());
            assertEquals(8, faults.size());
            assertEquals(List.of(), house.books.rows(BookKind.SHIFT));
            refused(
                    ErrorKind.USAGE,
                    "shift of 0 hours",
                    () -> house.books.add(house.lan, BookKind.SHIFT, day("end", "06:00")));
            refused(
                    ErrorKind.USAGE,
                    "crosses midnight",
                    () -> house.books.add(house.lan, BookKind.SHIFT, day("end", "05:00")));
            refused(
                    ErrorKind.USAGE,
                    "longer than 24 hours",
                    () -> house.books.add(house.lan, BookKind.SHIFT, day("next-day", "yes")));
            refused(
                    ErrorKind.USAGE,
                    "ends before it begins",
                    () -> house.books.add(house.lan, BookKind.SHIFT, day("from", "2026-03-05", "until", "2026-03-04")));
            refused(
                    ErrorKind.USAGE,
                    "without control characters",
                    () -> house.books.add(house.lan, BookKind.POST, told("id", "x", "name", "a\u001b[2J")));
            refused(
                    ErrorKind.USAGE,
                    "without control characters",
                    () -> house.books.add(house.lan, BookKind.POST, told("id", "x", "name", "a\ud800")));
            refused(
                    ErrorKind.USAGE,
                    "only a shift of building guards",
                    () -> house.books.add(house.lan, BookKind.SHIFT, day("body", "guards")));
            assertEquals(List.of(), house.books.rows(BookKind.SHIFT));
            assertEquals(1, house.books.rows(BookKind.POST).size());
        }
    }

    @Test
    void shiftsThatOverlapOnAPostAreTold() {
        try (RosterHouse house = new RosterHouse(Databases.SQLITE, folder)) {
            post(house);
            house.books.add(house.lan, BookKind.SHIFT, day());
            assertEquals(
                    List.of(),
                    house.books.add(house.lan, BookKind.SHIFT, night()).told());
            BookSaved late = house.books.add(
                    house.lan,
                    BookKind.SHIFT,
                    told("id", "late", "post", "room", "name", "Ca tối", "start", "17:00", "end", "24:00"));
            assertEquals(
                    List.of(
                            "note: shifts day and late at post room overlap",
                            "note: shifts late and night at post room overlap"),
                    late.told().stream().map(m -> Texts.render(m, Lang.EN)).toList());
            assertEquals("yes", late.row().text(BookColumn.NEXT_DAY), "24:00 says that it ends with the day");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void leaveThatOverlapsBecomesOneAndIsTold(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            Actor hoa = hoa(house);
            house.books.add(hoa, BookKind.LEAVE, told("person", "hoa", "from", "2026-03-10", "until", "2026-03-12"));
            BookSaved merged = house.books.add(
                    hoa, BookKind.LEAVE, told("person", "tran thi hoa", "from", "2026-03-12", "until", "2026-03-15"));
            assertEquals(
                    "LV-2026-0001 became part of LV-2026-0002",
                    Texts.render(merged.told().get(0), Lang.EN));
            assertEquals("2026-03-10", merged.row().text(BookColumn.FROM));
            assertEquals("2026-03-15", merged.row().text(BookColumn.UNTIL));
            assertEquals(1, house.books.rows(BookKind.LEAVE).size());
            BookSaved within = house.books.add(
                    hoa, BookKind.LEAVE, told("person", "hoa", "from", "2026-03-10", "until", "2026-03-12"));
            assertEquals(1, within.unchanged().size());
            BookSaved sick = house.books.add(
                    house.lan,
                    BookKind.LEAVE,
                    told("person", "hoa", "from", "2026-03-11 08:00", "until", "2026-03-11 12:00", "kind", "nghỉ ốm"));
            assertEquals(
                    "note: it overlaps LV-2026-0002 (annual leave)",
                    Texts.render(sick.told().get(0), Lang.EN));
            refused(
                    ErrorKind.USAGE,
                    "ends before it begins",
                    () -> house.books.add(
                            hoa, BookKind.LEAVE, told("person", "hoa", "from", "2026-03-12", "until", "2026-03-11")));
            refused(
                    ErrorKind.DENIED,
                    "it concerns lan",
                    () -> house.books.add(
                            hoa, BookKind.LEAVE, told("person", "lan", "from", "2026-03-12", "until", "2026-03-12")));
            refused(
                    ErrorKind.DENIED,
                    "only leader or deputy enter who approved",
                    () -> house.books.add(
                            hoa,
                            BookKind.LEAVE,
                            told("person", "hoa", "from", "2026-04-12", "until", "2026-04-12", "approved-by", "lan")));
            CaseId id = CaseId.parse(sick.row().key());
            assertTrue(house.books.withdraw(hoa, BookKind.LEAVE, id, "Khỏi ốm"));
            assertFalse(house.books.withdraw(hoa, BookKind.LEAVE, id, "Khỏi ốm"), "withdrawn already");
            refused(
                    ErrorKind.NOT_FOUND,
                    "did you mean LV-2026-0002",
                    () -> house.books.withdraw(hoa, BookKind.LEAVE, CaseId.parse("LV-2026-0009"), "x"));
            assertEquals(1, house.books.rows(BookKind.LEAVE).size());
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void requestsAreAboutDaysToCome(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            Actor hoa = hoa(house);
            Written wish = told("person", "hoa", "day", "2026-03-20", "wish", "avoid", "weight", "7");
            assertEquals(
                    "RQ-2026-0001",
                    house.books.add(hoa, BookKind.REQUEST, wish).row().key());
            assertEquals(
                    1, house.books.add(hoa, BookKind.REQUEST, wish).unchanged().size());
            refused(
                    ErrorKind.CONFLICT,
                    "on record is avoid, here is want",
                    () -> house.books.add(
                            hoa, BookKind.REQUEST, told("person", "hoa", "day", "2026-03-20", "wish", "want")));
            refused(
                    ErrorKind.USAGE,
                    "2026-03-01 is past",
                    () -> house.books.add(
                            hoa, BookKind.REQUEST, told("person", "hoa", "day", "2026-03-01", "wish", "want")));
            for (String weight : List.of("0", "11", "-1")) {
                refused(
                        ErrorKind.USAGE,
                        "from 1 to 10",
                        () -> house.books.add(
                                hoa,
                                BookKind.REQUEST,
                                told("person", "hoa", "day", "2026-03-21", "wish", "want", "weight", weight)));
            }
            assertTrue(house.books.withdraw(hoa, BookKind.REQUEST, CaseId.parse("RQ-2026-0001"), null));
            assertEquals(List.of(), house.books.rows(BookKind.REQUEST));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void rulesComeFromAProfileAndAreSetOneByOne(Databases database) throws Exception {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            BookSaved used = house.books.useRules(house.lan, "vn-labour-2019");
            assertEquals(RuleId.values().length, used.changed().size());
            assertEquals(1, used.told().size());
            assertEquals(
                    List.of(), house.books.useRules(house.lan, "vn-labour-2019").told());
            Rules rules =
                    house.books.book(RosterHouse.MONDAY, RosterHouse.MONDAY).rules();
            Rule rest = rules.of(RuleId.REST, null);
            assertEquals(RuleMode.HARD, rest.mode());
            assertEquals(12 * 60, rest.bound());
            assertEquals("Điều 110 Bộ luật Lao động 2019", rest.article());
            assertEquals(40 * 60, rules.of(RuleId.MONTH_OVERTIME, null).bound());
            house.books.set(
                    house.lan,
                    BookKind.RULE,
                    told("rule", "nights-in-a-row", "mode", "hard", "bound", "2", "person", "minh"));
            house.books.set(house.lan, BookKind.RULE, told("rule", "month-overtime", "bound", "60h"));
            refused(
                    ErrorKind.USAGE,
                    "write it as 12h",
                    () -> house.books.set(house.lan, BookKind.RULE, told("rule", "rest", "bound", "12")));
            refused(
                    ErrorKind.USAGE,
                    "did you mean rest",
                    () -> house.books.set(house.lan, BookKind.RULE, told("rule", "rets", "mode", "off")));
            rules = house.books.book(RosterHouse.MONDAY, RosterHouse.MONDAY).rules();
            assertEquals(60 * 60, rules.of(RuleId.MONTH_OVERTIME, null).bound());
            assertEquals(
                    2,
                    rules.of(RuleId.NIGHTS_IN_A_ROW, house.people.actor("minh").memberId())
                            .bound());
            assertEquals(
                    3, rules.of(RuleId.NIGHTS_IN_A_ROW, house.lan.memberId()).bound());

            Path file = folder.resolve("noi-quy.csv");
            Files.writeString(file, "\ufeffQuy tắc;Mức áp dụng;Giới hạn\r\nrest;bắt buộc;11h\r\n");
            house.books.useRules(house.lan, file.toString());
            rules = house.books.book(RosterHouse.MONDAY, RosterHouse.MONDAY).rules();
            assertEquals("noi-quy", rules.profile());
            assertEquals(11 * 60, rules.of(RuleId.REST, null).bound());
            assertEquals(RuleMode.OFF, rules.of(RuleId.MONTH_OVERTIME, null).mode());
            assertEquals(
                    2,
                    rules.of(RuleId.NIGHTS_IN_A_ROW, house.people.actor("minh").memberId())
                            .bound(),
                    "people's own rules stay");
            refused(ErrorKind.NOT_FOUND, "vn-labour-2019", () -> house.books.useRules(house.lan, "vn-labor-2019"));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void knownPatternsCoverEveryDayOnce(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            post(house);
            house.books.add(house.lan, BookKind.SHIFT, day());
            house.books.add(house.lan, BookKind.SHIFT, night());
            for (String id : List.of("a", "b", "c", "d")) {
                house.member(id, "Người " + id, Office.TEAM_MEMBER);
            }
            house.books.add(
                    house.lan,
                    BookKind.SHIFT,
                    told("id", "noon", "post", "room", "name", "Chiều", "start", "14:00", "end", "22:00"));
            for (String kind :
                    List.of("pitman", "dupont", "4-on-4-off", "continental", "metropolitan", "round-robin")) {
                boolean eight = kind.equals("continental") || kind.equals("metropolitan");
                String shifts = eight ? "M=day A=noon N=night" : "D=day N=night";
                BookSaved saved = house.books.add(
                        house.lan,
                        BookKind.PATTERN,
                        told(
                                "id",
                                kind,
                                "kind",
                                kind,
                                "shifts",
                                shifts,
                                "anchor",
                                "2026-03-02",
                                "crews",
                                "A=a; B=b; C=c; D=d"));
                assertEquals(List.of(), saved.told(), kind);
                Pattern pattern = null;
                for (Pattern one :
                        house.books.book(RosterHouse.MONDAY, RosterHouse.MONDAY).patterns()) {
                    pattern = one.id().equals(kind) ? one : pattern;
                }
                for (int i = 0; i < 60; i++) {
                    LocalDate day = RosterHouse.MONDAY.plusDays(i);
                    List<String> stood = new ArrayList<>();
                    for (Pattern.Crew crew : pattern.crews()) {
                        if (pattern.shift(crew, day) != null) {
                            stood.add(pattern.shift(crew, day));
                        }
                    }
                    stood.sort(null);
                    assertEquals(
                            eight ? List.of("day", "night", "noon") : List.of("day", "night"), stood, kind + " " + day);
                }
            }
            BookSaved uneven = house.books.add(
                    house.lan,
                    BookKind.PATTERN,
                    told("id", "own", "cycle", "day night - - -", "anchor", "2026-03-02", "crews", "a,b; c"));
            assertEquals(
                    "note: pattern own has 5 days, no multiple of its 2 crews",
                    Texts.render(uneven.told().get(0), Lang.EN));
            assertEquals("1@0=a b; 2@2=c", uneven.row().text(BookColumn.CREWS));
            refused(
                    ErrorKind.USAGE,
                    "made for 4 crews, here are 2",
                    () -> house.books.add(
                            house.lan,
                            BookKind.PATTERN,
                            told(
                                    "id",
                                    "x",
                                    "kind",
                                    "pitman",
                                    "shifts",
                                    "D=day N=night",
                                    "anchor",
                                    "2026-03-02",
                                    "crews",
                                    "a; b")));
            refused(
                    ErrorKind.USAGE,
                    "a is in crew 1 and in crew 2",
                    () -> house.books.add(
                            house.lan,
                            BookKind.PATTERN,
                            told("id", "x", "cycle", "day -", "anchor", "2026-03-02", "crews", "a; a")));
            assertEquals(
                    "own",
                    house.books.removePattern(house.lan, "own", "Thôi dùng").key());
            assertNull(house.books.removePattern(house.lan, "own", "Thôi dùng"));
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void membersTakePartAsWrittenDown(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            post(house);
            hoa(house);
            Written part = told("person", "hoa", "leads", "yes", "shadow-until", "2026-03-31", "posts", "room");
            assertEquals(
                    1,
                    house.books.set(house.lan, BookKind.WATCHER, part).changed().size());
            assertEquals(
                    1,
                    house.books
                            .set(house.lan, BookKind.WATCHER, part)
                            .unchanged()
                            .size());
            Watcher hoa = house.books
                    .book(RosterHouse.MONDAY, RosterHouse.MONDAY)
                    .watcher(house.people.actor("hoa").memberId());
            assertTrue(hoa.watches() && hoa.leads());
            assertFalse(hoa.fits(SeatRole.LEAD, "room", LocalDate.parse("2026-03-31")), "still learning");
            assertTrue(hoa.fits(SeatRole.LEAD, "room", LocalDate.parse("2026-04-01")));
            house.books.set(house.lan, BookKind.WATCHER, told("person", "hoa", "shadow-until", "", "posts", ""));
            hoa = house.books
                    .book(RosterHouse.MONDAY, RosterHouse.MONDAY)
                    .watcher(house.people.actor("hoa").memberId());
            assertNull(hoa.shadowUntil());
            assertEquals(java.util.Set.of(), hoa.posts());
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void theUsualBeginningCoversEveryMinute(Databases database) {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            house.people.addBody(
                    house.lan,
                    new OutsideBody(
                            "bao-ve", "Đội bảo vệ", "0900000000", BodyKind.GUARD, LocalDate.parse("2026-01-01"), null),
                    false);
            refused(ErrorKind.NOT_FOUND, "did you mean bao-ve", () -> house.books.setUp(house.lan, "bao-vee", null));
            assertEquals(List.of(), house.books.rows(BookKind.POST), "nothing is made by halves");
            SetUp made = house.books.setUp(house.lan, "bao-ve", null);
            assertTrue(made.changed() && made.profileChosen());
            house.world.pass(java.time.Duration.ofDays(3));
            assertFalse(house.books.setUp(house.lan, "bao-ve", null).changed(), "on a later day too");
            Book book = house.books.book(RosterHouse.MONDAY, RosterHouse.MONDAY.plusDays(60));
            List<Slot> slots = book.slots(RosterHouse.MONDAY, RosterHouse.MONDAY.plusDays(60));
            List<Slot> watched = new ArrayList<>();
            for (Slot slot : slots) {
                assertFalse(slot.shift().counts(), "no seat of the usual beginning is overtime");
                if (slot.key().role() == SeatRole.WATCHER) {
                    watched.add(slot);
                }
            }
            for (int i = 1; i < watched.size(); i++) {
                assertEquals(
                        watched.get(i - 1).span().to(),
                        watched.get(i).span().from(),
                        watched.get(i).key().toString());
            }
            assertEquals("vn-labour-2019", book.rules().profile());
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void filesAreReadWithEveryFaultByLine(Databases database) throws Exception {
        try (RosterHouse house = new RosterHouse(database, folder)) {
            Path posts = folder.resolve("posts.csv");
            Files.writeString(posts, "\ufeffTên ngắn;Tên gọi\r\ncong;\"Cổng chính; phía Đông\"\r\nkho;'=Kho\r\n");
            assertEquals(
                    2,
                    house.books
                            .importFile(house.lan, BookKind.POST, posts)
                            .added()
                            .size());
            assertEquals(
                    2,
                    house.books
                            .importFile(house.lan, BookKind.POST, posts)
                            .unchanged()
                            .size());
            assertEquals(
                    "=Kho",
                    house.books
                            .book(RosterHouse.MONDAY, RosterHouse.MONDAY)
                            .post("kho")
                            .name());
            Path shifts = folder.resolve("shifts.csv");
            Files.writeString(
                    shifts,
                    "id,post,name,start,end\nday,cong,Ca ngày,06:00,18:00\nnight,cog,Ca đêm,18:00,06:00\nday,kho,x,1,2\n");
            VigilException e =
                    assertThrows(VigilException.class, () -> house.books.importFile(house.lan, BookKind.SHIFT, shifts));
            assertEquals(ErrorKind.USAGE, e.kind(), "a name that a file has wrong is a fault of the file");
            List<String> faults = faults(e);
            assertEquals("shifts.csv:3 post: there is no post \"cog\"; did you mean cong?", faults.get(0));
            assertTrue(
                    faults.get(1).startsWith("shifts.csv:3 end: from 18:00 to 06:00 crosses midnight"),
                    faults.toString());
            assertEquals("shifts.csv:4 id: day stands there twice, first at shifts.csv:2 id", faults.get(2));
            assertEquals(List.of(), house.books.rows(BookKind.SHIFT));
            Path broken = folder.resolve("broken.csv");
            Files.writeString(broken, "id,nmae\nx,\"y\n");
            refused(ErrorKind.USAGE, "never closes", () -> house.books.importFile(house.lan, BookKind.POST, broken));
            Files.writeString(broken, "id,nmae\nx,y\n");
            refused(
                    ErrorKind.USAGE,
                    "did you mean name",
                    () -> house.books.importFile(house.lan, BookKind.POST, broken));
            Files.write(broken, "id,name\nx,Cổng\n".getBytes(java.nio.charset.Charset.forName("UTF-16LE")));
            refused(ErrorKind.USAGE, "", () -> house.books.importFile(house.lan, BookKind.POST, broken));
            Files.write(broken, new byte[] {'P', 'K', 3, 4, 0, 0});
            refused(ErrorKind.USAGE, "vigil import", () -> house.books.importFile(house.lan, BookKind.POST, broken));
            Files.write(broken, "id,name\nx,C\u00f4ng\n".getBytes(StandardCharsets.ISO_8859_1));
            refused(ErrorKind.USAGE, "UTF-8", () -> house.books.importFile(house.lan, BookKind.POST, broken));
            refused(
                    ErrorKind.NOT_FOUND,
                    "there is no file",
                    () -> house.books.importFile(house.lan, BookKind.POST, folder.resolve("none.csv")));
            assertEquals(2, house.books.rows(BookKind.POST).size());
            assertTrue(house.ledger.verify().intact());
        }
    }
}
