package vn.vigil.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class OnvifTimeTest {
    @Test
    void writesUtcWithMilliseconds() {
        assertEquals("2026-03-02T07:05:00.000Z", OnvifTime.print(Instant.parse("2026-03-02T07:05:00Z")));
        assertEquals("1969-12-31T23:59:59.999Z", OnvifTime.print(Instant.parse("1969-12-31T23:59:59.999999Z")));
    }

    @Test
    void readsWhatDevicesWrite() {
        Instant t = Instant.parse("2026-03-02T07:05:00Z");
        assertEquals(t, OnvifTime.parse("2026-03-02T07:05:00Z"));
        assertEquals(t, OnvifTime.parse(" 2026-03-02 07:05:00 "));
        assertEquals(t, OnvifTime.parse("2026-3-2t7:5:0z"));
        assertEquals(t, OnvifTime.parse("2026-03-02T14:05:00+07:00"));
        assertEquals(t.plusMillis(500), OnvifTime.parse("2026-03-02T07:05:00.5Z"));
        assertEquals(t.plusNanos(123456789), OnvifTime.parse("2026-03-02T07:05:00.123456789012Z"));
        assertEquals(Instant.parse("2026-03-03T00:00:00Z"), OnvifTime.parse("2026-03-02T24:00:00Z"));
        assertEquals(Instant.parse("2016-12-31T23:59:59Z"), OnvifTime.parse("2016-12-31T23:59:60Z"));
    }

    @Test
    void whatIsNoTimeIsNone() {
        for (String text : new String[] {
            "",
            "now",
            "2026-13-02T07:05:00Z",
            "2026-02-30T07:05:00Z",
            "2026-03-02",
            "2026-03-02T25:00:00Z",
            "T",
            "- - T",
            "2026-03-02T07:05:00+99:00",
            "99999999999-01-01T00:00:00Z"
        }) {
            assertNull(OnvifTime.parse(text), text);
        }
    }

    @Test
    void posixZonesCountWestwards() {
        assertEquals(ZoneOffset.ofHours(7), OnvifTime.zone("ICT-7", false));
        assertEquals(ZoneOffset.ofHours(7), OnvifTime.zone("CST-7:00:00", false));
        assertEquals(ZoneOffset.ofHours(7), OnvifTime.zone("<+07>-7", false));
        assertEquals(ZoneOffset.ofHoursMinutes(5, 30), OnvifTime.zone("IST-05:30", false));
        assertEquals(ZoneOffset.ofHours(-5), OnvifTime.zone("EST5EDT,M3.2.0,M11.1.0", false));
        assertEquals(ZoneOffset.ofHours(-4), OnvifTime.zone("EST5EDT,M3.2.0,M11.1.0", true));
        assertEquals(ZoneOffset.UTC, OnvifTime.zone("UTC", true));
        assertEquals(ZoneId.of("Asia/Ho_Chi_Minh"), OnvifTime.zone("Asia/Ho_Chi_Minh", false));
        assertNull(OnvifTime.zone("", false));
        assertNull(OnvifTime.zone("-7", false));
        assertNull(OnvifTime.zone("XYZ-99", false));
        assertNull(OnvifTime.zone("Not/AZone", false));
    }
}
