package vn.vigil.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.xml.XmlException;
import vn.vigil.xml.XmlReader;

class ClockMeasureTest {
    private static final Instant NOW = Instant.parse("2026-03-02T07:05:00.300Z");

    /** Four questions 240 ms apart, each answered within 20 ms, by a clock that runs ahead and tells whole seconds. */
    private static ClockReading measured(Duration ahead) {
        List<ClockMeasure.Sample> samples = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Instant asked = NOW.plusMillis(i * 260L);
            Instant told = asked.plusMillis(10).plus(ahead).truncatedTo(ChronoUnit.SECONDS);
            samples.add(new ClockMeasure.Sample(
                    asked,
                    asked.plusMillis(20),
                    new ClockMeasure.Told(told, false, ClockReading.Source.UTC, "ICT-7", "NTP")));
        }
        return ClockMeasure.fold(samples);
    }

    @Test
    void theTrueOffsetLiesWithinTheStatedError() {
        for (int millis = -3000; millis <= 3000; millis += 37) {
            ClockReading reading = measured(Duration.ofMillis(millis));
            long missed = Math.abs(reading.offset().toMillis() - millis);
            assertTrue(missed <= reading.error().toMillis(), millis + " read as " + reading);
            // Whole seconds asked at four moments of a second are known to a quarter of it, and the round trip.
            assertTrue(reading.error().toMillis() <= 160, reading.toString());
            assertEquals(4, reading.samples());
            assertTrue(reading.plausible());
            assertFalse(reading.localAsUtcSuspected());
        }
    }

    @Test
    void oneAnswerAloneIsKnownToHalfASecondAndItsTrip() {
        Instant told = NOW.truncatedTo(ChronoUnit.SECONDS);
        ClockReading reading = ClockMeasure.fold(List.of(new ClockMeasure.Sample(
                NOW, NOW.plusMillis(100), new ClockMeasure.Told(told, false, ClockReading.Source.UTC, "", ""))));
        assertEquals(Duration.ofMillis(150), reading.offset());
        assertEquals(Duration.ofMillis(551), reading.error());
    }

    @Test
    void localTimeSentAsUtcIsSuspectedAndNotCorrected() {
        ClockReading reading = measured(Duration.ofHours(7).plusSeconds(2));
        assertTrue(reading.localAsUtcSuspected());
        assertTrue(reading.plausible());
        assertEquals(7, reading.offset().plusSeconds(30).toHours());
        assertTrue(measured(Duration.ofMinutes(-15)).localAsUtcSuspected());
        assertFalse(measured(Duration.ofMinutes(31)).localAsUtcSuspected());
        assertFalse(measured(Duration.ofHours(16)).localAsUtcSuspected());
    }

    @Test
    void aClockThatWasNeverSetIsImplausibleButStillMeasured() {
        ClockReading reading = measured(Duration.between(NOW, Instant.parse("1970-01-01T00:02:00Z")));
        assertFalse(reading.plausible());
        assertTrue(reading.known());
        assertTrue(reading.offset().toDays() < -20000);
    }

    @Test
    void aClockSetInMidMeasurementLeavesOneAnswer() {
        List<ClockMeasure.Sample> samples = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Instant asked = NOW.plusSeconds(i);
            Instant told = asked.plusSeconds(i * 60L).truncatedTo(ChronoUnit.SECONDS);
            samples.add(new ClockMeasure.Sample(
                    asked,
                    asked.plusMillis(20 - i),
                    new ClockMeasure.Told(told, false, ClockReading.Source.UTC, "", "")));
        }
        ClockReading reading = ClockMeasure.fold(samples);
        assertEquals(120, reading.offset().plusMillis(500).toSeconds());
        assertTrue(reading.error().toMillis() >= 500, reading.toString());
    }

    private static ClockMeasure.Told told(String inside) throws XmlException {
        return ClockMeasure.told(
                XmlReader.read("<tt:SystemDateAndTime>" + inside + "</tt:SystemDateAndTime>", OnvifNames.XML));
    }

    private static String time(String element, int... f) {
        return "<tt:" + element + "><tt:Time><tt:Hour>" + f[3] + "</tt:Hour><tt:Minute>" + f[4]
                + "</tt:Minute><tt:Second>"
                + f[5] + "</tt:Second></tt:Time><tt:Date><tt:Year>" + f[0] + "</tt:Year><tt:Month>" + f[1]
                + "</tt:Month><tt:Day>" + f[2] + "</tt:Day></tt:Date></tt:" + element + ">";
    }

    @Test
    void utcIsPreferredToLocalTime() throws XmlException {
        ClockMeasure.Told told =
                told("<tt:DateTimeType>NTP</tt:DateTimeType><tt:TimeZone><tt:TZ>ICT-7</tt:TZ></tt:TimeZone>"
                        + time("UTCDateTime", 2026, 3, 2, 7, 5, 9) + time("LocalDateTime", 2026, 3, 2, 14, 5, 9));
        assertEquals(Instant.parse("2026-03-02T07:05:09Z"), told.time());
        assertEquals("ICT-7", told.timeZone());
        assertEquals("NTP", told.type());
    }

    @Test
    void localTimeWithItsZoneServesWhereUtcIsMissing() throws XmlException {
        ClockMeasure.Told told =
                told("<tt:TimeZone><tt:TZ>ICT-7</tt:TZ></tt:TimeZone>" + time("LocalDateTime", 2026, 3, 2, 14, 5, 9));
        assertEquals(Instant.parse("2026-03-02T07:05:09Z"), told.time());
        assertEquals(ClockReading.Source.LOCAL_WITH_ZONE, told.source());
        assertEquals(
                ClockReading.Source.NONE,
                told(time("LocalDateTime", 2026, 3, 2, 14, 5, 9)).source());
        assertNull(told("").time());
    }

    @Test
    void timesThatDoNotExistAreImplausible() throws XmlException {
        for (int[] f :
                new int[][] {{2026, 13, 2, 7, 5, 9}, {2026, 2, 30, 7, 5, 9}, {2026, 3, 2, 24, 0, 0}, {0, 0, 0, 0, 0, 0}
                }) {
            ClockMeasure.Told told = told(time("UTCDateTime", f));
            assertTrue(told.impossible());
            ClockReading reading = ClockMeasure.fold(List.of(new ClockMeasure.Sample(NOW, NOW, told)));
            assertFalse(reading.plausible());
            assertFalse(reading.known());
        }
        assertTrue(told("<tt:UTCDateTime/>").impossible());
        ClockMeasure.Told far = told(time("UTCDateTime", 999999999, 1, 1, 0, 0, 0));
        assertNull(ClockMeasure.fold(List.of(new ClockMeasure.Sample(NOW, NOW, far)))
                .offset());
    }
}
