package vn.vigil.vendor.dahua;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** Wall time and camera time, there and back. */
class DahuaZoneTest {
    private static final DahuaZone BERLIN = new DahuaZone(
            ZoneOffset.ofHours(1), new DahuaZone.Change(3, -1, 0, 2, 0), new DahuaZone.Change(10, 5, 0, 3, 0));
    private static final DahuaZone SYDNEY = new DahuaZone(
            ZoneOffset.ofHours(10), new DahuaZone.Change(10, 1, 0, 2, 0), new DahuaZone.Change(4, 1, 0, 3, 0));

    private static void assertLike(String name, DahuaZone zone) {
        ZoneId real = ZoneId.of(name);
        for (Instant t = Instant.parse("2026-01-01T00:30:00Z");
                t.isBefore(Instant.parse("2027-01-03T00:00:00Z"));
                t = t.plus(1, ChronoUnit.HOURS)) {
            LocalDateTime wall = LocalDateTime.ofInstant(t, real);
            assertEquals(wall, zone.wall(t));
            assertEquals(wall.atZone(real).withEarlierOffsetAtOverlap().toInstant(), zone.camera(wall));
        }
    }

    @Test
    void everyHourOfAYearIsThatOfTheZoneItself() {
        assertLike("Asia/Ho_Chi_Minh", DahuaZone.of(ZoneOffset.ofHours(7)));
        assertLike("Europe/Berlin", BERLIN);
        assertLike("Australia/Sydney", SYDNEY);
    }

    @Test
    void changesOnFixedDaysAreReadToo() throws Exception {
        Answer ntp = Answer.read("table.NTP.TimeZone=25".getBytes(StandardCharsets.US_ASCII));
        Answer locales = Answer.read(("table.Locales.DSTEnable=true\ntable.Locales.WeekEnable=false\n"
                        + "table.Locales.DSTStart.Month=3\ntable.Locales.DSTStart.Week=2\ntable.Locales.DSTStart.Day=8\n"
                        + "table.Locales.DSTStart.Hour=2\ntable.Locales.DSTEnd.Month=11\ntable.Locales.DSTEnd.Day=1\n"
                        + "table.Locales.DSTEnd.Hour=2\n")
                .getBytes(StandardCharsets.US_ASCII));
        DahuaZone eastern = DahuaZone.read(ntp, locales);
        assertEquals(
                new DahuaZone(
                        ZoneOffset.ofHours(-5),
                        new DahuaZone.Change(3, 0, 8, 2, 0),
                        new DahuaZone.Change(11, 0, 1, 2, 0)),
                eastern);
        assertEquals(Instant.parse("2026-07-01T16:00:00Z"), eastern.camera(LocalDateTime.parse("2026-07-01T12:00:00")));
        assertThrows(IllegalArgumentException.class, () -> new DahuaZone.Change(13, 0, 1, 0, 0));
    }
}
