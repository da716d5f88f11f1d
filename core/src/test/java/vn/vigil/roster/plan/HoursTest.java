package vn.vigil.roster.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.TimeSpan;

/** Spans of true time: what is night, what is left over, and clocks that are set. */
class HoursTest {
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static TimeSpan local(String from, String to, ZoneId zone) {
        return new TimeSpan(
                java.time.LocalDateTime.parse(from).atZone(zone).toInstant(),
                java.time.LocalDateTime.parse(to).atZone(zone).toInstant());
    }

    private static TimeSpan utc(String from, String to) {
        return new TimeSpan(Instant.parse(from), Instant.parse(to));
    }

    @Test
    void aNightHasThreeHoursBetweenTenAndSix() {
        assertEquals(480, Hours.nightMinutes(local("2026-03-02T22:00", "2026-03-03T06:00", HANOI), HANOI));
        assertEquals(480, Hours.nightMinutes(local("2026-03-02T18:00", "2026-03-03T06:00", HANOI), HANOI));
        assertEquals(600, Hours.nightMinutes(local("2026-03-02T04:00", "2026-03-03T08:00", HANOI), HANOI));
        assertTrue(Hours.night(local("2026-03-03T03:00", "2026-03-03T11:00", HANOI), HANOI));
        assertFalse(Hours.night(local("2026-03-03T03:01", "2026-03-03T11:00", HANOI), HANOI));
        assertFalse(Hours.night(local("2026-03-03T06:00", "2026-03-03T22:00", HANOI), HANOI));
        assertTrue(Hours.night(local("2026-03-02T20:00", "2026-03-03T01:00", HANOI), HANOI));
    }

    @Test
    void aNightIsAsLongAsItReallyIs() {
        // The clock is set back: nine hours pass; set forward: seven.
        assertEquals(540, Hours.nightMinutes(local("2026-10-24T22:00", "2026-10-25T06:00", LONDON), LONDON));
        assertEquals(420, Hours.nightMinutes(local("2026-03-28T22:00", "2026-03-29T06:00", LONDON), LONDON));
        assertEquals(25 * 60, Hours.minutes(Hours.day(LocalDate.parse("2026-10-25"), LONDON)));
    }

    @Test
    void whatIsTakenOutLeavesTheRest() {
        TimeSpan day = utc("2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z");
        List<TimeSpan> taken = List.of(
                utc("2026-03-02T08:00:00Z", "2026-03-02T12:00:00Z"),
                utc("2026-03-01T20:00:00Z", "2026-03-02T02:00:00Z"),
                utc("2026-03-02T11:00:00Z", "2026-03-02T13:00:00Z"));
        assertEquals(
                List.of(
                        utc("2026-03-02T02:00:00Z", "2026-03-02T08:00:00Z"),
                        utc("2026-03-02T13:00:00Z", "2026-03-03T00:00:00Z")),
                Hours.without(day, taken));
        assertEquals(List.of(), Hours.without(day, List.of(utc("2026-03-01T00:00:00Z", "2026-03-04T00:00:00Z"))));
        assertEquals(List.of(day), Hours.without(day, List.of()));
        assertEquals(2, Hours.merged(taken).size());
        assertEquals(5 * 60 + 2 * 60, Hours.common(day, Hours.merged(taken)));
    }
}
