package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.CameraId;
import vn.vigil.base.TimeSpan;

class HolesTest {
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final CameraId GATE = new CameraId("gate-1");

    private static Instant at(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private static TimeSpan span(int from, int to) {
        return new TimeSpan(at(from), at(to));
    }

    /** {@code from-to reason}, in minutes from noon. */
    private static String told(List<Hole> holes) {
        StringBuilder out = new StringBuilder();
        for (Hole h : holes) {
            out.append(out.length() == 0 ? "" : ", ")
                    .append(Duration.between(NOON, h.span().from()).toMinutes())
                    .append('-')
                    .append(Duration.between(NOON, h.span().to()).toMinutes())
                    .append(' ')
                    .append(h.reason().word());
        }
        return out.toString();
    }

    @Test
    void aHoleIsCutWhereItsReasonChanges() {
        List<CameraSpan> states = List.of(
                new CameraSpan(GATE, at(-1000), at(20), CameraState.UP, List.of()),
                new CameraSpan(GATE, at(20), at(30), CameraState.DOWN, List.of(Finding.UNREACHABLE)),
                new CameraSpan(GATE, at(30), null, CameraState.UP, List.of()));
        assertEquals(
                "0-10 retention, 10-20 unknown, 20-30 camera-down, 30-50 unknown, 50-60 not-yet",
                told(Holes.explain(List.of(span(0, 60)), at(10), at(50), at(-5000), states, at(55))));
    }

    @Test
    void beforeTheCameraCameNothingWasEverRecorded() {
        assertEquals(
                "0-10 never-recorded",
                told(Holes.explain(List.of(span(0, 10)), at(30), at(50), at(20), List.of(), at(55))));
    }

    @Test
    void whatIsNotKnownIsNotGuessed() {
        assertEquals(
                "0-10 unknown, 12-13 unknown",
                told(Holes.explain(List.of(span(0, 10), span(12, 13)), null, null, at(-9), List.of(), at(99))));
    }

    @Test
    void aClockStatesItsOffsetAtTheTimeOfTheFootage() {
        ClockReading before =
                new ClockReading(Duration.ofMinutes(31), Duration.ofMillis(200), ClockReading.How.ONVIF, at(0));
        ClockReading behind = new ClockReading(Duration.ZERO, Duration.ofMillis(200), ClockReading.How.ONVIF, at(60));
        ClockReading then = ClockBook.at(before, behind, at(10));
        assertEquals(Duration.ofMinutes(31), then.offset());
        assertEquals(Duration.ofMinutes(31).plusMillis(200), then.error(), "nobody knows when it was set");
        assertEquals(Duration.ZERO, ClockBook.at(before, behind, at(50)).offset());
        assertEquals(before, ClockBook.at(before, null, at(999)));
        ClockReading same =
                new ClockReading(Duration.ofMillis(100), Duration.ofMillis(200), ClockReading.How.ONVIF, at(60));
        assertEquals(
                Duration.ofMillis(200),
                ClockBook.at(new ClockReading(Duration.ZERO, Duration.ofMillis(200), same.how(), at(0)), same, at(50))
                        .error());
    }
}
