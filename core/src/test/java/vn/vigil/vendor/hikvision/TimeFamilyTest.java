package vn.vigil.vendor.hikvision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.TimeSpan;

/** What the Z of a recording's time means, found out and applied (cfryanr's tool, the LaView fork, HikLoad#11). */
class TimeFamilyTest extends AgainstScriptedDevice {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant WALL = Instant.parse("2026-03-02T15:00:00Z");
    private static final String CLOCK =
            ok("<Time><timeMode>NTP</timeMode><localTime>2026-03-02T15:00:00+07:00</localTime>"
                    + "<timeZone>CST-7:00:00</timeZone></Time>");
    private static final String NONE = found(null, null);

    private static String found(Instant from, Instant to) {
        String item = from == null
                ? ""
                : "<searchMatchItem><trackID>101</trackID><timeSpan><startTime>" + from + "</startTime><endTime>" + to
                        + "</endTime></timeSpan></searchMatchItem>";
        return ok("<CMSearchResult><responseStatus>true</responseStatus><responseStatusStrg>"
                + (from == null ? "NO MATCHES" : "OK") + "</responseStatusStrg><matchList>" + item
                + "</matchList></CMSearchResult>");
    }

    private HikvisionDevice asked(String... answers) throws Exception {
        options = options.withDialect(Dialect.of("search=track-id-list"));
        String[] all = new String[answers.length + 1];
        all[0] = CLOCK;
        System.arraycopy(answers, 0, all, 1, answers.length);
        return device(all);
    }

    @Test
    void aCameraThatWritesUtc() throws Exception {
        HikvisionDevice device = asked(NONE, found(NOW.minusSeconds(600), NOW.minusSeconds(3)));
        assertEquals(TimeFamily.UTC, device.findTimeFamily(101));
        assertTrue(
                body(1).contains("<startTime>2026-03-02T08:02:00Z</startTime><endTime>2026-03-02T15:05:00Z</endTime>"));
        assertTrue(
                body(2).contains("<startTime>2026-03-02T07:50:00Z</startTime><endTime>2026-03-02T08:02:00Z</endTime>"));
        assertEquals(TimeFamily.UTC, device.dialect().times());
        assertEquals(Duration.ZERO, device.writtenAhead(NOW));
    }

    @Test
    void aRecorderThatWritesItsWallClockWithAZ() throws Exception {
        HikvisionDevice device =
                asked(found(WALL.minusSeconds(600), WALL.minusSeconds(3)), found(WALL.minusSeconds(600), WALL));
        assertEquals(TimeFamily.LOCAL_AS_UTC, device.findTimeFamily(101));
        assertEquals(Duration.ofHours(7), device.writtenAhead(NOW));
        TimeSpan span = new TimeSpan(NOW.minusSeconds(300), NOW.minusMillis(500));
        List<Segment> segments = device.search(101, span);
        assertTrue(
                body(2).contains("<startTime>2026-03-02T14:55:00Z</startTime><endTime>2026-03-02T15:00:00Z</endTime>"));
        assertEquals(new TimeSpan(NOW.minusSeconds(600), NOW), segments.get(0).span(), "camera time again");
        assertEquals(
                "2026-03-02T14:50:00Z/2026-03-02T15:00:00Z", segments.get(0).written());
        assertEquals(
                "rtsp://127.0.0.1:554/Streaming/tracks/101/?starttime=20260302T145500Z&endtime=20260302T150000Z",
                device.playbackUrl(101, span).toString());
    }

    @Test
    void aRememberedFamilyAsksForTheZoneAlone() throws Exception {
        options = options.withDialect(Dialect.of("times=local-as-utc"));
        HikvisionDevice device = device(CLOCK);
        TimeSpan span = new TimeSpan(NOW, NOW.plusSeconds(60));
        device.playbackUrl(101, span);
        assertTrue(device.playbackUrl(101, span)
                .toString()
                .endsWith("starttime=20260302T150000Z&endtime=20260302T150100Z"));
        assertEquals(1, requests().size());
    }

    @Test
    void aDeviceThatIsNotRecordingProvesNothing() throws Exception {
        assertEquals(TimeFamily.UNKNOWN, asked(NONE, NONE).findTimeFamily(101));
        server.close();
        // Ended nine minutes ago by the one reading, seven hours and nine minutes ago by the other.
        HikvisionDevice device = asked(NONE, found(NOW.minusSeconds(900), NOW.minusSeconds(540)));
        assertEquals(TimeFamily.UNKNOWN, device.findTimeFamily(101));
    }

    @Test
    void footageOfTheFutureByBothReadingsProvesNothing() throws Exception {
        assertEquals(
                TimeFamily.UNKNOWN, asked(found(WALL, WALL.plusSeconds(240))).findTimeFamily(101));
    }

    @Test
    void footageThatEndedHoursAgoStillLiesInTheFutureOfUtc() throws Exception {
        assertEquals(
                TimeFamily.LOCAL_AS_UTC,
                asked(found(NOW.plusSeconds(7200), NOW.plusSeconds(7260))).findTimeFamily(101));
    }

    @Test
    void westOfGreenwichTheReadingsChangePlaces() throws Exception {
        String clock = CLOCK.replace("15:00:00+07:00", "03:00:00-05:00").replace("CST-7", "CST+5");
        options = options.withDialect(Dialect.of("search=track-id-list"));
        assertEquals(
                TimeFamily.UTC, device(clock, found(NOW.minusSeconds(600), NOW)).findTimeFamily(101));
        server.close();
        Instant wall = NOW.minusSeconds(5 * 3600);
        assertEquals(
                TimeFamily.LOCAL_AS_UTC,
                device(clock, NONE, found(wall.minusSeconds(600), wall)).findTimeFamily(101));
    }

    @Test
    void aDeviceOnUtcNeedsNoSearch() throws Exception {
        String clock = CLOCK.replace("15:00:00+07:00", "08:00:00+00:00").replace("CST-7", "CST-0");
        assertEquals(TimeFamily.UTC, device(clock).findTimeFamily(101));
        assertEquals(1, requests().size());
    }

    @Test
    void aDialectIsKeptAsText() {
        Dialect dialect = new Dialect(Dialect.SearchForm.BARE, TimeFamily.LOCAL_AS_UTC, Dialect.DownloadForm.POST);
        assertEquals("search=bare times=local-as-utc download=post", dialect.toText());
        assertEquals(dialect, Dialect.of(dialect.toText()));
        assertEquals(Dialect.UNKNOWN, Dialect.of(""));
        assertEquals(Dialect.UNKNOWN.with(TimeFamily.UTC), Dialect.of("times=utc search=new-one other"));
    }
}
