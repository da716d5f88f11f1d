package vn.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.TimeSpan;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.footage.Taken;

/** What is missing at the ends of clips stands in their sheets, in the camera's time. */
class EdgesTest {
    private static final Instant ZERO = Instant.parse("2026-11-26T15:00:00Z");
    private static final Duration OFFSET = Duration.ofSeconds(31);

    /** A clip of a request for the first hundred seconds. */
    private static Taken clip(long from, long to, TimeSpan... gaps) {
        ClipSheet sheet = new ClipSheet(
                ClipSheet.VERSION,
                new ClipSheet.Camera("gate-1", "Cổng chính", null, null, null, "rtsp://192.0.2.1/", "onvif-replay"),
                ClipSheet.Origin.CAMERA,
                span(0, 100).plus(OFFSET.negated()),
                new ClipSheet.Clock(OFFSET, Duration.ofMillis(100), "onvif", ZERO),
                ZERO.plusSeconds(from),
                ZERO.plusSeconds(to),
                null,
                Duration.ZERO,
                null,
                List.of(gaps),
                1,
                0,
                new ClipSheet.Video("H264", 640, 360, 10, 1, Duration.ofSeconds(to - from), "e".repeat(64)),
                null,
                null,
                "",
                5,
                "",
                "vigil");
        Instant start = ZERO.plusSeconds(from).minus(OFFSET);
        return new Taken(null, null, sheet, start, ZERO.plusSeconds(to).minus(OFFSET));
    }

    private static TimeSpan span(long from, long to) {
        return new TimeSpan(ZERO.plusSeconds(from), ZERO.plusSeconds(to));
    }

    private static List<List<TimeSpan>> gaps(Taken... clips) {
        return Edges.told(List.of(clips)).stream().map(t -> t.sheet().gaps()).toList();
    }

    @Test
    void whatIsMissingAtEitherEndAndBetweenIsTold() {
        assertEquals(List.of(List.of()), gaps(clip(-1, 99)), "nothing is missing");
        assertEquals(List.of(List.of(span(0, 20))), gaps(clip(20, 98)));
        assertEquals(List.of(List.of(span(40, 50), span(90, 100))), gaps(clip(0, 90, span(40, 50))));
        assertEquals(
                List.of(List.of(span(0, 10)), List.of(span(20, 70), span(80, 100))), gaps(clip(10, 20), clip(70, 80)));
        assertEquals(List.of(), gaps());
    }
}
