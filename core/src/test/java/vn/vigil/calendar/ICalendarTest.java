package vn.vigil.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import org.junit.jupiter.api.Test;

/** What is written is read the same by two readers of other makers, neither of which asks the network. */
class ICalendarTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final String PRODUCT = "-//vigil//vigil//VI";
    private static final Instant STAMP = Instant.parse("2026-03-02T07:05:00Z");

    private static ICalendar.Event event(String start, String end, String summary, String description) {
        return new ICalendar.Event(
                "post-1/2026-03-02/1@vigil",
                2,
                STAMP,
                Instant.parse(start),
                Instant.parse(end),
                summary,
                description,
                "Cổng chính",
                ICalendar.Status.CONFIRMED,
                new ICalendar.Address("Tổ nòng cốt", "to@example.vn"),
                List.of(new ICalendar.Address("Nguyễn Thị \"Lan\"; trực, ca: đêm", "lan@example.vn")),
                60);
    }

    private static ICalendar.Event night(String start, String end) {
        return event(start, end, "Ca đêm", null);
    }

    private static String write(ZoneId zone, ICalendar.Event... events) {
        String text = ICalendar.write(PRODUCT, ICalendar.Method.PUBLISH, "Lịch trực", zone, List.of(events));
        for (String line : text.split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
            assertFalse(line.contains("\n") || line.contains("\r"), line);
        }
        assertTrue(text.endsWith("END:VCALENDAR\r\n"));
        return text;
    }

    private static VEvent biweekly(String text) {
        var parsed = Biweekly.parse(text);
        List<List<biweekly.io.ParseWarning>> warnings = new ArrayList<>();
        parsed.warnings(warnings);
        List<biweekly.ICalendar> all = parsed.all();
        assertEquals(1, all.size());
        assertEquals(List.of(List.of()), warnings);
        assertEquals(1, all.get(0).getEvents().size());
        return all.get(0).getEvents().get(0);
    }

    private static Calendar ical4j(String text) throws IOException, ParserException {
        System.setProperty("net.fortuna.ical4j.timezone.update.enabled", "false");
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static net.fortuna.ical4j.model.component.VEvent event(Calendar calendar) {
        return (net.fortuna.ical4j.model.component.VEvent)
                calendar.getComponents("VEVENT").get(0);
    }

    private static Instant start(net.fortuna.ical4j.model.component.VEvent e) {
        return Instant.from(e.getDateTimeStart().getDate());
    }

    private static Instant end(net.fortuna.ical4j.model.component.VEvent e) {
        return Instant.from(e.getDateTimeEnd().getDate());
    }

    @Test
    void bothReadersReadWhatWasWritten() throws Exception {
        String description = "Nhận ca: 06:00, 3 người; đường\\dẫn\nGiao ca đúng giờ. "
                .repeat(6)
                .strip();
        for (ZoneId zone : new ZoneId[] {null, HANOI, LONDON}) {
            ICalendar.Event e =
                    event("2026-03-02T15:00:00Z", "2026-03-02T23:00:00Z", "Trực đêm; tổ trưởng, ca \\3", description);
            String text = write(zone, e);
            VEvent b = biweekly(text);
            assertEquals(e.uid(), b.getUid().getValue());
            assertEquals(2, b.getSequence().getValue());
            assertEquals(e.summary(), b.getSummary().getValue());
            assertEquals(description, b.getDescription().getValue());
            assertEquals("Cổng chính", b.getLocation().getValue());
            assertEquals("CONFIRMED", b.getStatus().getValue());
            assertEquals(e.start(), b.getDateStart().getValue().toInstant());
            assertEquals(e.end(), b.getDateEnd().getValue().toInstant());
            assertEquals(STAMP, b.getDateTimeStamp().getValue().toInstant());
            assertEquals(
                    "Nguyễn Thị 'Lan'; trực, ca: đêm", b.getAttendees().get(0).getCommonName());
            assertEquals("lan@example.vn", b.getAttendees().get(0).getEmail());
            assertEquals(
                    -60 * 60_000L,
                    b.getAlarms().get(0).getTrigger().getDuration().toMillis());

            Calendar calendar = ical4j(text);
            net.fortuna.ical4j.model.component.VEvent i = event(calendar);
            assertEquals(e.uid(), i.getUid().orElseThrow().getValue());
            assertEquals(e.summary(), i.getSummary().getValue());
            assertEquals(description, i.getDescription().getValue());
            assertEquals(e.start(), start(i));
            assertEquals(e.end(), end(i));
            assertEquals(
                    "PUBLISH", calendar.<Property>getRequiredProperty("METHOD").getValue());
            assertEquals(1, i.getAlarms().size());
        }
    }

    @Test
    void hanoiHasOneStandardTimeAndNoOther() {
        String text = write(HANOI, night("2026-03-02T15:00:00Z", "2026-03-02T23:00:00Z"));
        assertTrue(text.contains("BEGIN:VTIMEZONE\r\nTZID:Asia/Ho_Chi_Minh\r\nBEGIN:STANDARD\r\n"
                + "DTSTART:19700101T000000\r\nTZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\n"
                + "END:STANDARD\r\nEND:VTIMEZONE\r\n"));
        assertTrue(text.contains("DTSTART;TZID=Asia/Ho_Chi_Minh:20260302T220000\r\n"));
        assertTrue(text.contains("DTEND;TZID=Asia/Ho_Chi_Minh:20260303T060000\r\n"));
        assertFalse(text.contains("RRULE"));
        String utc = write(null, night("2026-03-02T15:00:00Z", "2026-03-02T23:00:00Z"));
        assertTrue(utc.contains("DTSTART:20260302T150000Z\r\n"));
        assertFalse(utc.contains("TZID"));
        assertFalse(ICalendar.write(PRODUCT, ICalendar.Method.PUBLISH, null, HANOI, List.of())
                .contains("VTIMEZONE"));
    }

    @Test
    void theNightOnWhichLondonsClockGoesBackHasNineHoursAndTheOtherSeven() throws Exception {
        String[][] nights = {
            {"2026-10-24T22:00", "2026-10-25T06:00", "9"},
            {"2026-03-28T22:00", "2026-03-29T06:00", "7"},
        };
        for (String[] n : nights) {
            Instant from = java.time.LocalDateTime.parse(n[0]).atZone(LONDON).toInstant();
            Instant to = java.time.LocalDateTime.parse(n[1]).atZone(LONDON).toInstant();
            Duration elapsed = Duration.ofHours(Integer.parseInt(n[2]));
            String text = write(LONDON, night(from.toString(), to.toString()));
            assertTrue(text.contains("BEGIN:STANDARD") && text.contains("BEGIN:DAYLIGHT"), text);
            VEvent b = biweekly(text);
            Instant read = b.getDateStart().getValue().toInstant();
            assertEquals(from, read);
            assertEquals(
                    elapsed, Duration.between(read, b.getDateEnd().getValue().toInstant()));
            net.fortuna.ical4j.model.component.VEvent i = event(ical4j(text));
            assertEquals(from, start(i));
            assertEquals(elapsed, Duration.between(start(i), end(i)));
        }
    }

    /** The clock shows 01:30 twice that night; a local time can only mean the first. */
    @Test
    void aMomentThatTheLocalClockCannotNameIsWrittenInUtc() {
        String text = write(LONDON, night("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"));
        assertTrue(text.contains("DTSTART;TZID=Europe/London:20261025T013000\r\n"));
        assertTrue(text.contains("DTEND:20261025T013000Z\r\n"));
        VEvent b = biweekly(text);
        assertEquals(
                Instant.parse("2026-10-25T00:30:00Z"),
                b.getDateStart().getValue().toInstant());
        assertEquals(
                Instant.parse("2026-10-25T01:30:00Z"), b.getDateEnd().getValue().toInstant());
    }

    @Test
    void vietnameseNamesAreFoldedBetweenCharactersOnly() {
        for (int shift = 0; shift < 12; shift++) {
            String name = "x".repeat(shift)
                    + "Nguyễn Thị Hồng Nhung 👮 Trần Đức Thắng ".repeat(8).strip();
            String text = write(HANOI, event("2026-03-02T15:00:00Z", "2026-03-02T23:00:00Z", name, name));
            assertTrue(text.contains("\r\n "));
            assertFalse(text.contains("\ufffd"));
            assertEquals(name, biweekly(text).getSummary().getValue());
            assertEquals(name, biweekly(text).getDescription().getValue());
        }
    }

    @Test
    void noTextAddsALine() {
        String evil = "a\r\nEND:VEVENT\r\nBEGIN:VEVENT\nUID:x\rSTATUS:CANCELLED\u2028b\u0085c\u000bd\u0000e\ud800f";
        ICalendar.Event e = new ICalendar.Event(
                evil,
                0,
                STAMP,
                STAMP,
                STAMP.plusSeconds(60),
                evil,
                evil,
                evil,
                ICalendar.Status.TENTATIVE,
                new ICalendar.Address(evil, evil),
                List.of(new ICalendar.Address(evil, evil)),
                null);
        String text = ICalendar.write(evil, ICalendar.Method.REQUEST, evil, HANOI, List.of(e));
        String unfolded = text.replace("\r\n ", "");
        int lines = unfolded.split("\r\n").length;
        assertEquals(6 + 8 + 13 + 1, lines, unfolded);
        assertFalse(unfolded.replace("\r\n", "").matches("(?s).*[\\x00-\\x1f\\x7f-\\x9f\\u2028\\ud800].*"));
        VEvent read = biweekly(text);
        assertEquals("TENTATIVE", read.getStatus().getValue());
        assertEquals(
                "a\nEND:VEVENT\nBEGIN:VEVENT\nUID:x\nSTATUS:CANCELLED\nb\nc\nde\ufffdf",
                read.getSummary().getValue());
    }

    @Test
    void aCancelledEventRemindsNobody() throws Exception {
        ICalendar.Event e = new ICalendar.Event(
                "1@vigil",
                5,
                STAMP,
                STAMP,
                STAMP.plusSeconds(60),
                "Ca đêm",
                null,
                null,
                ICalendar.Status.CANCELLED,
                null,
                List.of(),
                15);
        String text = ICalendar.write(PRODUCT, ICalendar.Method.CANCEL, null, null, List.of(e));
        assertFalse(text.contains("VALARM") || text.contains("ORGANIZER") || text.contains("DESCRIPTION"));
        VEvent b = biweekly(text);
        assertEquals("CANCELLED", b.getStatus().getValue());
        assertNull(b.getLocation());
        assertEquals(
                "CANCEL", ical4j(text).<Property>getRequiredProperty("METHOD").getValue());
    }

    @Test
    void whatIsNoEventIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> night("2026-03-02T15:00:00Z", "2026-03-02T15:00:00Z"));
    }
}
