package vn.vigil.roster.paper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.people.Office;
import vn.vigil.roster.RosterHouse;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Cell;
import vn.vigil.roster.plan.Source;
import vn.vigil.roster.plan.Stretch;
import vn.vigil.testkit.Databases;
import vn.vigil.text.Lang;

/** Calendars of duties, from the draft to what is called off, read by two readers of other makers. */
class DutyCalendarStoriesTest {
    private static final LocalDate MONDAY = RosterHouse.MONDAY;
    private static final SlotKey NIGHT = new SlotKey(MONDAY, "dem", SeatRole.WATCHER, 1);

    @TempDir
    Path folder;

    private RosterHouse house;
    private MemberId hoa;
    private MemberId dung;

    private void open(Databases database) {
        house = new RosterHouse(database, folder);
        hoa = house.member("hoa", "Lê Thị Hoa", Office.TEAM_MEMBER);
        dung = house.member("dung", "Phạm Văn Dũng", Office.TEAM_MEMBER);
        house.post("chinh");
        house.shift("ngay", "chinh", "06:00", "18:00");
        house.shift("dem", "chinh", "18:00", "06:00");
    }

    private ExportRequest week(MemberId person) {
        return new ExportRequest(
                MONDAY,
                MONDAY.plusDays(6),
                RosterFormat.ICS,
                person,
                null,
                false,
                60,
                false,
                null,
                null,
                false,
                Lang.VI);
    }

    private MadePaper make(ExportRequest asked) {
        return house.papers.make(asked);
    }

    private void give(SlotKey slot, MemberId member, String reason) {
        house.world.pass(Duration.ofMinutes(10));
        house.store.write(tx -> {
            house.plans.give(tx, house.lan, List.of(new Cell(slot, member, Source.MANUAL, false)), reason);
            return null;
        });
    }

    private void stand(String from, String to, MemberId member) {
        house.world.pass(Duration.ofMinutes(10));
        TimeSpan span = new TimeSpan(Instant.parse(from), Instant.parse(to));
        house.store.write(tx -> {
            house.plans.stand(tx, house.lan, new Stretch(NIGHT, span, member, Source.OVERRIDE, "đưa con đi khám"));
            return null;
        });
    }

    /** Each event as {@code UID behind the shift, SEQUENCE, STATUS, start/end, summary}; both readers must agree. */
    private static List<String> events(MadePaper made) throws Exception {
        String text = new String(made.bytes(), StandardCharsets.UTF_8);
        List<String> told = new ArrayList<>();
        for (VEvent e : Biweekly.parse(text).first().getEvents()) {
            told.add(String.join(
                    " ",
                    e.getUid().getValue().replaceAll("@.*", "").substring("chinh.".length()),
                    e.getSequence().getValue().toString(),
                    e.getStatus().getValue(),
                    e.getDateStart().getValue().toInstant() + "/"
                            + e.getDateEnd().getValue().toInstant(),
                    e.getSummary().getValue()));
        }
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        List<String> second = new ArrayList<>();
        for (Component c : new CalendarBuilder().build(new StringReader(text)).getComponents("VEVENT")) {
            var e = (net.fortuna.ical4j.model.component.VEvent) c;
            second.add(String.join(
                    " ",
                    e.getUid().orElseThrow().getValue().replaceAll("@.*", "").substring("chinh.".length()),
                    e.getSequence().getValue(),
                    e.getStatus().getValue(),
                    Instant.from(e.getDateTimeStart().getDate()) + "/"
                            + Instant.from(e.getDateTimeEnd().getDate()),
                    e.getSummary().getValue()));
        }
        assertEquals(told, second);
        assertFalse(text.contains("RRULE"), text);
        return told;
    }

    @ParameterizedTest
    @EnumSource
    void aDutyIsPromisedChangedSharedAndCalledOff(Databases database) throws Exception {
        open(database);
        String whole = "2026-03-02T11:00:00Z/2026-03-02T23:00:00Z";
        give(NIGHT, hoa, null);
        MadePaper draft = make(week(hoa));
        assertEquals(
                List.of("2026-03-02.dem.watcher-1 0 TENTATIVE " + whole + " (Dự kiến) Ca dem – Phòng trực chinh"),
                events(draft));
        assertEquals("lich-truc-2026-03-02--2026-03-08-hoa.ics", draft.name());
        assertEquals(List.of(), draft.publications());
        // Nobody was promised anything yet, so nothing is called off.
        assertEquals(List.of(), events(make(week(dung))));
        give(NIGHT, dung, null);
        give(NIGHT, hoa, null);
        house.published("ROS-2026-0001", MONDAY, MONDAY.plusDays(6), Map.of(NIGHT, hoa));
        assertEquals(List.of(), events(make(week(dung))));
        MadePaper confirmed = make(week(hoa));
        assertEquals(
                List.of("2026-03-02.dem.watcher-1 3 CONFIRMED " + whole + " Ca dem – Phòng trực chinh"),
                events(confirmed));
        assertEquals(List.of("ROS-2026-0001"), confirmed.publications());
        String text = new String(confirmed.bytes(), StandardCharsets.UTF_8);
        assertTrue(text.contains("TRIGGER:-PT60M\r\n"), text);
        assertTrue(text.contains("X-WR-CALNAME:Lịch trực – Lê Thị Hoa\r\n"), text);
        // The clock goes on; the bytes stay.
        house.world.pass(Duration.ofDays(3));
        assertArrayEquals(confirmed.bytes(), make(week(hoa)).bytes());

        give(NIGHT, dung, "Hoa đổi cho Dũng");
        assertEquals(
                List.of("2026-03-02.dem.watcher-1 4 CANCELLED " + whole + " Hủy: Ca dem – Phòng trực chinh"),
                events(make(week(hoa))));
        assertEquals(
                List.of("2026-03-02.dem.watcher-1 4 CONFIRMED " + whole + " Ca dem – Phòng trực chinh"),
                events(make(week(dung))));
        assertEquals(
                List.of("2026-03-02.dem.watcher-1 4 CONFIRMED " + whole + " Ca dem: Phạm Văn Dũng"),
                events(make(week(null))));
        ExportRequest w = week(hoa);
        MadePaper cancel = make(new ExportRequest(
                w.first(), w.last(), w.format(), hoa, null, true, null, true, null, null, false, Lang.EN));
        text = new String(cancel.bytes(), StandardCharsets.UTF_8);
        assertTrue(text.contains("METHOD:CANCEL\r\n"), text);
        assertTrue(text.contains("DTSTART:20260302T110000Z\r\n"), text);
        assertTrue(text.contains("SUMMARY:Called off: Ca dem"), text);
        assertEquals(1, events(cancel).size());

        stand("2026-03-02T17:00:00Z", "2026-03-02T19:00:00Z", hoa);
        assertEquals(
                List.of(
                        "2026-03-02.dem.watcher-1.2 5 CONFIRMED 2026-03-02T17:00:00Z/2026-03-02T19:00:00Z Ca dem – Phòng trực chinh",
                        "2026-03-02.dem.watcher-1 5 CANCELLED " + whole + " Hủy: Ca dem – Phòng trực chinh"),
                events(make(week(hoa))));
        assertEquals(
                List.of(
                        "2026-03-02.dem.watcher-1 5 CONFIRMED 2026-03-02T11:00:00Z/2026-03-02T17:00:00Z Ca dem: Phạm Văn Dũng",
                        "2026-03-02.dem.watcher-1.2 5 CONFIRMED 2026-03-02T17:00:00Z/2026-03-02T19:00:00Z Ca dem: Lê Thị Hoa",
                        "2026-03-02.dem.watcher-1.3 5 CONFIRMED 2026-03-02T19:00:00Z/2026-03-02T23:00:00Z Ca dem: Phạm Văn Dũng"),
                events(make(week(null))));
        house.world.pass(Duration.ofMinutes(10));
        long now = ChronoUnit.MICROS.between(Instant.EPOCH, house.world.now());
        house.store.write(tx -> tx.run("update roster_stretch set withdrawn_us = ?", now));
        assertEquals(
                List.of(
                        "2026-03-02.dem.watcher-1 6 CONFIRMED " + whole + " Ca dem: Phạm Văn Dũng",
                        "2026-03-02.dem.watcher-1.2 6 CANCELLED 2026-03-02T17:00:00Z/2026-03-02T19:00:00Z Hủy: Ca dem: Lê Thị Hoa",
                        "2026-03-02.dem.watcher-1.3 6 CANCELLED 2026-03-02T19:00:00Z/2026-03-02T23:00:00Z Hủy: Ca dem: Phạm Văn Dũng"),
                events(make(week(null))));
        give(NIGHT, null, "bỏ ca");
        assertEquals(
                List.of(
                        "2026-03-02.dem.watcher-1 7 CANCELLED " + whole + " Hủy: Ca dem – Phòng trực chinh",
                        "2026-03-02.dem.watcher-1.3 7 CANCELLED 2026-03-02T19:00:00Z/2026-03-02T23:00:00Z Hủy: Ca dem – Phòng trực chinh"),
                events(make(week(dung))));
        house.close();
    }

    /** 22:00–06:00 over the change of the clocks lasts nine hours in autumn and seven in spring; the duty's name stays. */
    @Test
    void aNightInLondonIsAsLongAsTheClockMakesIt() throws Exception {
        Files.createDirectories(folder.resolve("config"));
        for (Path file : List.of(folder.resolve("config/vigil.conf"), folder.resolve("vigil.conf"))) {
            Files.writeString(file, "zone=Europe/London\n");
        }
        house = new RosterHouse(Databases.SQLITE, folder);
        hoa = house.member("hoa", "Lê Thị Hoa", Office.TEAM_MEMBER);
        house.post("chinh");
        house.shift("dem", "chinh", "22:00", "06:00");
        Map<String, Long> hours = new TreeMap<>();
        for (String day : List.of("2026-10-23", "2026-10-24", "2026-03-28", "2026-03-29")) {
            LocalDate date = LocalDate.parse(day);
            give(new SlotKey(date, "dem", SeatRole.WATCHER, 1), hoa, null);
            ExportRequest asked = new ExportRequest(
                    date, date, RosterFormat.ICS, hoa, null, false, null, false, null, null, false, Lang.EN);
            MadePaper made = make(asked);
            String text = new String(made.bytes(), StandardCharsets.UTF_8);
            assertTrue(text.contains("DTSTART;TZID=Europe/London:" + day.replace("-", "") + "T220000\r\n"), text);
            String[] span = events(made).get(0).split(" ")[3].split("/");
            hours.put(
                    day,
                    Duration.between(Instant.parse(span[0]), Instant.parse(span[1]))
                            .toHours());
        }
        assertEquals(Map.of("2026-10-23", 8L, "2026-10-24", 9L, "2026-03-28", 7L, "2026-03-29", 8L), hours);
        house.close();
    }
}
