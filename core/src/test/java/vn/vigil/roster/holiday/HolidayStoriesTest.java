package vn.vigil.roster.holiday;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.Day;
import vn.vigil.calendar.DayClass;
import vn.vigil.calendar.DecidedDay;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.people.People;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** A site decides about its days, on either database. The world begins on Monday 2 March 2026 at 14:05 in Vietnam. */
class HolidayStoriesTest {
    private static final LocalDate CULTURE = LocalDate.of(2026, 11, 24);

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();
    private Store store;
    private Ledger ledger;
    private Holidays holidays;
    private Actor lan;
    private Actor hoa;

    private void open(Databases database) {
        Config config = database.config(world, folder);
        store = Store.create(config.home(), config, world);
        ledger = new Ledger(store, world);
        People people = new People(store, ledger, config, world);
        holidays = new Holidays(world, config, store, ledger, people);
        member(people, "lan", "Nguyễn Thị Lan", Office.TEAM_LEADER);
        member(people, "hoa", "Trần Thị Hoa", Office.TEAM_MEMBER);
        lan = people.actor("lan");
        hoa = people.actor("hoa");
    }

    private static void member(People people, String id, String name, Office office) {
        people.add(
                people.actor(null),
                new NewMember(new MemberId(id), name, null, null, null, null, EnumSet.of(office), null, null),
                false);
    }

    @AfterEach
    void close() {
        assertTrue(ledger.verify().intact());
        store.close();
    }

    private static AddHoliday day(LocalDate date, String kind, String name) {
        return new AddHoliday(date, kind, name, "QĐ 12/QĐ-GĐ", List.of());
    }

    private long entries() {
        return ledger.verify().entries();
    }

    private static VigilException refused(ErrorKind kind, Runnable work) {
        VigilException e = assertThrows(VigilException.class, work::run);
        assertEquals(kind, e.kind());
        return e;
    }

    /** Each fault as line, field and sentence. */
    private static List<String> faults(VigilException e) {
        List<String> faults = new ArrayList<>();
        for (Message why : e.why()) {
            Object last = why.args().get(why.args().size() - 1);
            String place = why.args().size() == 3
                    ? why.args().get(0) + " " + why.args().get(1)
                    : "" + why.args().get(0);
            faults.add(
                    last instanceof Message m
                            ? place + " " + m.key().id()
                            : why.key().id() + " " + why.args());
        }
        return faults;
    }

    private Path file(String text) {
        try {
            return Files.writeString(folder.resolve("days.csv"), text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aDayIsDecidedOnceAndTakenBackOnce(Databases database) {
        open(database);
        assertTrue(holidays.calendar().workday(CULTURE));
        long before = entries();
        AddHoliday told = day(CULTURE, "holiday", "Ngày 'Văn hóa'; drop table holiday");
        SavedHoliday saved = holidays.add(lan, told);
        assertFalse(saved.unchanged());
        Day off = holidays.day(CULTURE);
        assertEquals(DayClass.HOLIDAY, off.dayClass());
        assertEquals(Day.Origin.SITE, off.origin());
        assertEquals("QĐ 12/QĐ-GĐ", off.source());
        assertEquals(before + 1, entries());
        assertTrue(holidays.add(lan, told).unchanged());
        assertEquals(before + 1, entries());

        VigilException other = refused(ErrorKind.CONFLICT, () -> holidays.add(lan, day(CULTURE, "tet", "Tết")));
        assertEquals("VG-HOLIDAY-DIFFERENT", other.id());
        assertEquals(2, other.why().size(), "kind and name");

        assertFalse(holidays.remove(lan, CULTURE, "ghi nhầm").unchanged());
        assertTrue(holidays.calendar().workday(CULTURE));
        assertTrue(holidays.remove(lan, CULTURE, "ghi nhầm").unchanged());
        refused(ErrorKind.CONFLICT, () -> holidays.remove(lan, CULTURE, "lý do khác"));
        assertEquals(before + 2, entries());
        assertFalse(holidays.add(lan, told).unchanged(), "what was removed can be decided anew");
        assertFalse(holidays.calendar().workday(CULTURE));
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultOfADayIsToldAtOnceAndNothingIsWritten(Databases database) {
        open(database);
        long before = entries();
        VigilException e = refused(
                ErrorKind.USAGE,
                () -> holidays.add(
                        lan,
                        new AddHoliday(
                                LocalDate.of(2054, 1, 1),
                                "holidy",
                                " ",
                                "a\nb",
                                List.of(HolidayText.FIELD_FAULT.with("--x", HolidayText.MISSING.with())))));
        assertEquals(
                List.of("--x missing", "DATE bad-year", "--kind bad-kind-near", "--name missing", "--basis bad-text"),
                faults(e));
        e = refused(ErrorKind.USAGE, () -> holidays.add(lan, day(LocalDate.of(2026, 3, 2), "work", "Làm bù")));
        assertEquals(List.of("DATE worked-anyway"), faults(e));
        e = refused(ErrorKind.USAGE, () -> holidays.add(lan, day(LocalDate.of(2026, 3, 7), "swap", "Nghỉ")));
        assertEquals(List.of("DATE free-anyway"), faults(e));
        e = refused(ErrorKind.USAGE, () -> holidays.remove(lan, CULTURE, " "));
        assertEquals(List.of("--reason missing"), faults(e));
        e = refused(ErrorKind.NOT_FOUND, () -> holidays.remove(lan, CULTURE, "nhầm"));
        assertEquals(0, e.why().size());
        e = refused(ErrorKind.NOT_FOUND, () -> holidays.remove(lan, LocalDate.of(2026, 2, 16), "nhầm"));
        assertEquals(List.of("not-the-sites [9441/TB-BNV, 2025-10-16]"), faults(e));
        assertEquals(before, entries());
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhoKeepsRostersDecides(Databases database) {
        open(database);
        long before = entries();
        refused(ErrorKind.DENIED, () -> holidays.add(hoa, day(CULTURE, "holiday", "Lễ")));
        refused(ErrorKind.DENIED, () -> holidays.remove(hoa, CULTURE, "nhầm"));
        refused(ErrorKind.DENIED, () -> holidays.importFile(hoa, file("date,kind,name,basis\n")));
        assertTrue(holidays.calendar().workday(CULTURE));
        assertEquals(before, entries());
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsReadAsASpreadsheetWritesItAndImportsOnce(Databases database) {
        open(database);
        String rows = "2027-02-04;tet;Tết;TB 1\r\n2027-02-05;tet;Tết;TB 1\r\n2027-02-06;tet;Tết;TB 1\r\n"
                + "2027-02-07;tet;Tết;TB 1\r\n2027-02-08;tet;Tết;TB 1\r\n2027-09-03;holiday;Quốc khánh;'=TB; 1'\r\n";
        Path file =
                file("\ufeffDate;Kind;Name;Basis\r\n# theo thông báo\r\n" + rows.replace("'=TB; 1'", "\"'=TB; 1\""));
        assertFalse(holidays.calendar().decided(2027));
        ImportedHolidays imported = holidays.importFile(lan, file);
        assertEquals(6, imported.added().size());
        assertTrue(holidays.calendar().decided(2027));
        assertEquals(DayClass.WORKDAY, holidays.day(LocalDate.of(2027, 2, 11)).dayClass());
        assertEquals("=TB; 1", holidays.day(LocalDate.of(2027, 9, 3)).source());
        long before = entries();
        imported = holidays.importFile(lan, file);
        assertEquals(List.of(), imported.added());
        assertEquals(6, imported.unchanged().size());
        assertEquals(before, entries());

        // The shipped decisions in a file of one's own are no decisions of one's own.
        StringBuilder shipped = new StringBuilder("date\tkind\tname\tbasis\n");
        for (DecidedDay day : holidays.decisions(2026)) {
            shipped.append(String.join("\t", day.date().toString(), day.kind().word(), day.name(), day.source()))
                    .append('\n');
        }
        imported = holidays.importFile(lan, file(shipped.toString()));
        assertEquals(List.of(), imported.added());
        assertEquals(10, imported.unchanged().size());
    }

    @ParameterizedTest
    @EnumSource
    void everyFaultOfAFileIsToldByLineAndFieldAndNothingOfItIsWritten(Databases database) throws IOException {
        open(database);
        long before = entries();
        String text = "date,kind,name,basis\n"
                + "2026-11-24,holiday,Lễ,TB 1\n"
                + "2026-02-30,holiday,Lễ,TB 1\n"
                + "24/11/2026,feast,,\n"
                + "2026-11-24,tet,Tết,TB 1\n"
                + "2026-03-02,work,Làm bù,TB 1\n"
                + "1999-01-01,holiday,Lễ,TB 1\n"
                + "2026-11-25,holiday,Lễ,TB 1,5\n";
        VigilException e = refused(ErrorKind.USAGE, () -> holidays.importFile(lan, file(text)));
        assertEquals(
                List.of(
                        "3 date bad-date",
                        "4 date bad-date",
                        "4 kind bad-kind",
                        "4 name missing",
                        "4 basis missing",
                        "5 date twice",
                        "6 date worked-anyway",
                        "7 date bad-year",
                        "8 date too-many-fields"),
                faults(e));
        e = refused(ErrorKind.USAGE, () -> holidays.importFile(lan, file("date,kidn,kind,date,note\n")));
        assertEquals(
                List.of(
                        "1 kidn unknown-column-near",
                        "1 date column-twice",
                        "1 note unknown-column",
                        "1 name missing",
                        "1 basis missing"),
                faults(e));
        e = refused(ErrorKind.USAGE, () -> holidays.importFile(lan, file("")));
        assertEquals(HolidayText.EMPTY, e.why().get(0).key());
        e = refused(ErrorKind.USAGE, () -> holidays.importFile(lan, file("date,kind,name,basis\n\"2026")));
        assertEquals(HolidayText.OPEN_QUOTE, e.why().get(0).key());
        Path latin = Files.write(folder.resolve("latin.csv"), "ngày".getBytes(StandardCharsets.ISO_8859_1));
        e = refused(ErrorKind.USAGE, () -> holidays.importFile(lan, latin));
        assertEquals(HolidayText.NOT_UTF8, e.why().get(0).key());
        refused(ErrorKind.NOT_FOUND, () -> holidays.importFile(lan, folder.resolve("none.csv")));
        assertTrue(holidays.calendar().workday(CULTURE));
        assertEquals(before, entries());
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatContradictsTheRecordIsRefusedWhole(Databases database) {
        open(database);
        holidays.add(lan, day(CULTURE, "holiday", "Lễ"));
        long before = entries();
        Path file = file("date,kind,name,basis\n2026-11-23,swap,Nghỉ,TB 1\n2026-11-24,holiday,Lễ,TB 1\n");
        VigilException e = refused(ErrorKind.CONFLICT, () -> holidays.importFile(lan, file));
        assertEquals(List.of("3 2026-11-24 difference"), faults(e));
        assertTrue(holidays.calendar().workday(LocalDate.of(2026, 11, 23)));
        assertEquals(before, entries());
    }
}
