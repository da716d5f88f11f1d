package vn.vigil.vendor.hikvision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.World;
import vn.vigil.testkit.TestWorld;
import vn.vigil.vendor.hikvision.HikvisionException.Cause;

/** The device's clock: signs, missing offsets, summer time, and how exactly it is known. */
class HikvisionClockTest extends AgainstScriptedDevice {
    private static final String SUMMER = "CST-1:00:00DST01:00:00,M3.5.0/02:00:00,M10.5.0/03:00:00";
    private static final String SERVERS = "<NTPServerList version=\"2.0\"><NTPServer><id>1</id>"
            + "<addressingFormatType>hostname</addressingFormatType><hostName>time.windows.com</hostName><portNo>123</portNo>"
            + "</NTPServer><NTPServer><id>2</id><ipAddress>192.168.1.1</ipAddress></NTPServer></NTPServerList>";

    private static String time(String local, String zone) {
        return ok("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Time version=\"2.0\""
                + " xmlns=\"http://www.hikvision.com/ver20/XMLSchema\"><timeMode>NTP</timeMode><localTime>" + local
                + "</localTime><timeZone>" + zone + "</timeZone></Time>");
    }

    private HikvisionClock told(String local, String zone) throws Exception {
        return device(TestWorld.at("2022-03-02T16:08:16Z"), time(local, zone), ok(SERVERS))
                .clock();
    }

    @Test
    void theCapturedClockOfQb60IsRead() throws Exception {
        HikvisionClock clock = told("2022-03-02T17:08:16+01:00", SUMMER);
        assertEquals(Instant.parse("2022-03-02T16:08:16Z"), clock.time());
        assertEquals("NTP", clock.timeMode());
        assertEquals(List.of("time.windows.com", "192.168.1.1"), clock.ntpServers());
        assertEquals(ZoneOffset.ofHours(1), clock.zoneOffset());
        assertTrue(clock.plausible());
        assertFalse(clock.wholeHoursSuspected());
        assertTrue(clock.offset().abs().compareTo(clock.error()) <= 0);
    }

    @Test
    void thePosixSignIsTurnedRoundVietnamIsMinusSeven() throws Exception {
        HikvisionClock clock = told("2022-03-02T23:08:16", "CST-7:00:00");
        assertEquals(ZoneOffset.ofHours(7), clock.zoneOffset());
        assertEquals(Instant.parse("2022-03-02T16:08:16Z"), clock.time(), "no offset written: the zone's counts");
        assertEquals(LocalDateTime.parse("2022-03-02T23:08:16"), clock.local());
    }

    @Test
    void aMereZIsNoOffsetWhereTheZoneSaysOtherwise() throws Exception {
        assertEquals(
                Instant.parse("2022-03-02T16:08:16Z"),
                told("2022-03-02T23:08:16Z", "CST-7:00:00").time());
    }

    @Test
    void anOffsetThatContradictsTheZoneCountsForItself() throws Exception {
        HikvisionClock clock = told("2022-03-02T23:08:16+07:00", "CST-8:00:00");
        assertEquals(Instant.parse("2022-03-02T16:08:16Z"), clock.time());
        assertEquals(ZoneOffset.ofHours(7), clock.zoneOffset());
    }

    @Test
    void aWrongZoneIsSuspectedAndNothingIsCorrected() throws Exception {
        HikvisionClock clock = told("2022-03-02T23:08:18+08:00", "CST-8:00:00");
        assertTrue(clock.wholeHoursSuspected());
        assertEquals(-3598, clock.offset().plusMillis(500).toSeconds(), 1);
    }

    @Test
    void aClockThatWasNeverSetIsImplausible() throws Exception {
        assertFalse(told("1970-01-01T00:05:00+07:00", "CST-7:00:00").plausible());
    }

    @Test
    void whatIsNoTimeIsSaidToBeNone() throws Exception {
        for (String nonsense : List.of("2022-13-02T17:08:16+01:00", "", "soon", "+999999999-01-01T00:00:00")) {
            HikvisionDevice device = device(time(nonsense, "CST-7:00:00"));
            fails(Cause.PROTOCOL, device::clock);
            server.close();
        }
        HikvisionDevice device = device(time("2022-03-02T17:08:16", "Hanoi"));
        fails(Cause.PROTOCOL, device::clock);
    }

    @Test
    void aDeviceThatWillNotTellItsServersHasAClockAllTheSame() throws Exception {
        HikvisionDevice device = device(
                World.real(),
                time("2022-03-02T23:08:16+07:00", "CST-7:00:00"),
                refusal("403 Forbidden", 4, "Invalid Operation", "notSupport"));
        assertEquals(List.of(), device.clock().ntpServers());
    }

    @Test
    void severalAnswersNarrowTheSecond() throws Exception {
        Instant t = Instant.parse("2026-03-02T07:05:00Z");
        // A clock 2.5 s ahead, asked four times a quarter of a second apart, with 10 ms on the way.
        List<ClockQuestion.Sample> samples = new java.util.ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Instant asked = t.plusMillis(250L * i);
            Instant shown = asked.plusMillis(2505).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
            samples.add(new ClockQuestion.Sample(asked, asked.plusMillis(10), shown));
        }
        ClockQuestion.Bounds bounds = ClockQuestion.fold(samples);
        assertTrue(bounds.low() <= 2_500_000_000L && bounds.high() >= 2_500_000_000L);
        assertTrue(bounds.high() - bounds.low() <= 270_000_000L);
    }

    @Test
    void summerTimeFollowsTheRules() {
        ZoneRules rules = PosixZone.parse(SUMMER);
        assertEquals(ZoneOffset.ofHours(1), rules.getOffset(Instant.parse("2022-03-27T00:59:59Z")));
        assertEquals(ZoneOffset.ofHours(2), rules.getOffset(Instant.parse("2022-03-27T01:00:00Z")));
        assertEquals(ZoneOffset.ofHours(2), rules.getOffset(Instant.parse("2022-10-30T00:59:59Z")));
        assertEquals(ZoneOffset.ofHours(1), rules.getOffset(Instant.parse("2022-10-30T01:00:00Z")));
        ZoneRules american = PosixZone.parse("CST+5:00:00DST01:00:00,M3.2.0/02:00:00,M11.1.0/02:00:00");
        assertEquals(ZoneOffset.ofHours(-5), american.getOffset(Instant.parse("2022-03-13T06:59:59Z")));
        assertEquals(ZoneOffset.ofHours(-4), american.getOffset(Instant.parse("2022-03-13T07:00:00Z")));
    }

    @Test
    void summerInTheSouthSpansTheNewYear() {
        ZoneRules rules = PosixZone.parse("AEST-10:00:00DST01:00:00,M10.1.0/02:00:00,M4.1.0/03:00:00");
        assertEquals(ZoneOffset.ofHours(11), rules.getOffset(Instant.parse("2022-01-01T00:00:00Z")));
        assertEquals(ZoneOffset.ofHours(10), rules.getOffset(Instant.parse("2022-07-01T00:00:00Z")));
        assertEquals(ZoneOffset.ofHours(11), rules.getOffset(Instant.parse("2022-12-01T00:00:00Z")));
    }

    @Test
    void zonesThatAreNoneAreNone() {
        assertEquals(
                ZoneOffset.ofHoursMinutes(5, 30), PosixZone.parse("IST-5:30:00").getOffset(Instant.EPOCH));
        assertEquals(ZoneOffset.ofHours(7), PosixZone.parse("<+07>-7").getOffset(Instant.EPOCH));
        for (String none : List.of(
                "",
                "CST",
                "-7",
                "CST-99:00:00",
                "CST-7DST01,J60,J300",
                "CST-7DST01,M3.9.0,M10.5.0",
                "CST-7DST01,M3.5.0",
                "CST-7DST01,M,M",
                "CST--",
                "CST-7:::::",
                "CST-7DST,,")) {
            assertNull(PosixZone.parse(none), none);
        }
        assertEquals(Duration.ZERO, Duration.between(Instant.EPOCH, IsapiTime.up(Instant.EPOCH)));
    }
}
