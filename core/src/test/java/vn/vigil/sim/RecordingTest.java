package vn.vigil.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final Instant LATER = Instant.parse("2024-06-01T00:00:00Z");

    private static Instant at(Recording recording, String asked) {
        return Recording.instant(Sites.SMALL, recording.at(Instant.parse(asked)));
    }

    @Test
    void aHoleEndsWithAKeyFrame() {
        Recording recording = Recording.of(Sites.camera(), LATER);
        List<Recording.Segment> segments = recording.segments();
        assertEquals(2, segments.size());
        assertEquals(
                Instant.parse("2024-03-04T07:00:00Z"),
                Recording.instant(Sites.SMALL, segments.get(0).first()));
        // The picture of 07:01:04.2 is the last before the hole; 07:01:12 is the first key frame behind it.
        assertEquals(
                Instant.parse("2024-03-04T07:01:04.3Z"),
                Recording.instant(Sites.SMALL, segments.get(0).end()));
        assertEquals(
                Instant.parse("2024-03-04T07:01:12Z"),
                Recording.instant(Sites.SMALL, segments.get(1).first()));
    }

    @Test
    void playbackStartsAtTheKeyFrameBeforeOrBehindAHole() {
        Recording recording = Recording.of(Sites.camera(), LATER);
        assertEquals(Instant.parse("2024-03-04T07:00:30Z"), at(recording, "2024-03-04T07:00:30.999Z"));
        assertEquals(Instant.parse("2024-03-04T07:01:12Z"), at(recording, "2024-03-04T07:01:05Z"));
        assertEquals(Instant.parse("2024-03-04T07:00:00Z"), at(recording, "2020-01-01T00:00:00Z"));
        assertEquals(Recording.NONE, recording.at(Instant.parse("2024-03-04T07:04:00Z")));
    }

    @Test
    void picturesFollowEachOtherAcrossTheHoleAndStopAtTheEnd() {
        Recording recording = Recording.of(Sites.camera(), LATER);
        Recording.Segment first = recording.segments().get(0);
        Recording.Segment second = recording.segments().get(1);
        assertEquals(first.first() + 1, recording.next(first.first()));
        assertTrue(recording.holeAfter(first.end() - 1));
        assertEquals(second.first(), recording.next(first.end() - 1));
        assertEquals(Recording.NONE, recording.next(second.end() - 1));
        assertEquals(first.first() + 10, recording.nextKey(first.first(), 1));
        assertEquals(first.first() + 30, recording.nextKey(first.first(), 25));
    }

    @Test
    void aSpanThatEndsInTheFutureGrows() {
        Recording recording = Recording.of(Sites.camera(), Instant.parse("2024-03-04T07:00:10.05Z"));
        assertEquals(Instant.parse("2024-03-04T07:00:10.1Z"), recording.to());
        assertTrue(Recording.of(Sites.camera(), Instant.parse("2024-03-04T06:00:00Z"))
                .isEmpty());
    }

    @Test
    void aCameraWithoutRecordingHasNone() {
        assertTrue(Recording.of(Sites.camera().with(Fault.NO_RECORDING), LATER).isEmpty());
        assertTrue(Recording.of(CameraSpec.of("gate-1"), LATER).isEmpty());
    }

    @Test
    void everyPictureIsFoundAtItsOwnInstantWhateverTheRate() {
        for (int fps = 1; fps <= 30; fps++) {
            PictureSpec shape = new PictureSpec(320, 180, fps, 1, 10);
            long start = 1_709_535_600L * fps;
            for (long n = start; n < start + fps; n++) {
                assertEquals(n, Recording.atOrAfter(shape, Recording.instant(shape, n)));
            }
        }
    }
}
