package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.CameraId;
import vn.vigil.base.Codec;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.TrackFormat;
import vn.vigil.base.VigilException;
import vn.vigil.testkit.TestWorld;

/** Recorders as they are met: media time that runs on across holes, pictures twice, one playback at a time. */
class StretchedFootageTest {
    private static final Instant T = Instant.parse("2026-03-02T07:00:00Z");
    private static final Camera GATE = new Camera(
            new CameraId("gate"),
            "gate",
            "rtsp://192.0.2.1/",
            null,
            null,
            null,
            null,
            null,
            false,
            "",
            DeviceFacts.NONE,
            Route.plain(null),
            Card.EMPTY);

    private final TestWorld world = TestWorld.create();
    private int open;

    /** One playback with pictures and sound, each second of camera time, from a media time of its own. */
    private final class Playing implements FootageSource {
        private final Codec codec;
        private final Deque<AccessUnit> units = new ArrayDeque<>();
        private boolean closed;

        /** @param keys every so many seconds, from the first */
        Playing(Codec codec, Instant from, int seconds, long ticks, int keys) {
            this.codec = codec;
            assertEquals(1, ++open, "the playback before was left open");
            for (int i = 0; i < seconds; i++) {
                Instant time = from.plusSeconds(i);
                units.add(new AccessUnit(0, new byte[0], i % keys == 0, ticks + i * 90_000L, time, 0, false));
                units.add(new AccessUnit(1, new byte[0], true, ticks / 9 + i * 8_000L, time, 0, false));
            }
        }

        @Override
        public List<TrackFormat> tracks() {
            return List.of(
                    new TrackFormat(codec, 90_000, 0, List.of()), new TrackFormat(Codec.PCMU, 8_000, 1, List.of()));
        }

        @Override
        public AccessUnit next(Deadline deadline) {
            return units.poll();
        }

        @Override
        public SourceFacts facts() {
            TimeBasis basis = codec == Codec.H264 ? TimeBasis.PLAY_RANGE : TimeBasis.ASKED;
            return new SourceFacts("x", DeviceFacts.NONE, "u", 5, 1, Duration.ofMillis(3), List.of(), null, basis);
        }

        @Override
        public void close() {
            assertFalse(closed);
            closed = true;
            open--;
        }
    }

    private static TimeSpan span(int from, int to) {
        return new TimeSpan(T.plusSeconds(from), T.plusSeconds(to));
    }

    private Deadline soon() {
        return Deadline.in(world, Duration.ofSeconds(20));
    }

    private StretchedFootage open(StretchedFootage.Stretch... stretches) throws Exception {
        return StretchedFootage.open(world, GATE, List.of(stretches), soon());
    }

    private List<AccessUnit> track(FootageSource source, int track) {
        List<AccessUnit> units = new ArrayList<>();
        AccessUnit unit;
        while ((unit = source.next(soon())) != null) {
            if (unit.track() == track) {
                units.add(unit);
            }
        }
        return units;
    }

    @Test
    void whatRunsOnIntoTheNextStretchIsLeftOutAndTheHoleStaysInMediaTime() throws Exception {
        StretchedFootage source = open(
                // Asked for 3 s, the device plays 6: the last 3 come from behind the hole, at times that are not
                // theirs.
                new StretchedFootage.Stretch(span(0, 3), false, d -> new Playing(Codec.H264, T, 6, 700, 2)),
                new StretchedFootage.Stretch(
                        span(60, 62), true, d -> new Playing(Codec.H264, T.plusSeconds(60), 3, 12, 1)));
        List<AccessUnit> video = track(source, 0);
        assertEquals(
                List.of(0L, 1L, 2L, 60L, 61L, 62L),
                video.stream()
                        .map(u -> Duration.between(T, u.cameraTime()).toSeconds())
                        .toList());
        assertEquals(
                List.of(0L, 1L, 2L, 60L, 61L, 62L),
                video.stream().map(u -> (u.time() - 700) / 90_000).toList());
        assertTrue(video.get(3).afterLoss());
        SourceFacts facts = source.facts();
        assertEquals(List.of(span(2, 60)), facts.gaps());
        assertEquals(10, facts.packets());
        assertEquals(2, facts.lost());
        source.close();
        assertEquals(0, open);
        assertNull(source.next(soon()));
    }

    @Test
    void soundKeepsItsHoleToo() throws Exception {
        StretchedFootage source = open(
                new StretchedFootage.Stretch(span(0, 3), false, d -> new Playing(Codec.H264, T, 6, 900, 2)),
                new StretchedFootage.Stretch(
                        span(60, 62), true, d -> new Playing(Codec.H264, T.plusSeconds(60), 2, 9, 1)));
        assertEquals(
                List.of(0L, 1L, 2L, 60L, 61L),
                track(source, 1).stream().map(u -> (u.time() - 100) / 8_000).toList());
    }

    @Test
    void picturesThatCameAlreadyAreNotTakenTwice() throws Exception {
        StretchedFootage source = open(
                new StretchedFootage.Stretch(span(0, 4), false, d -> new Playing(Codec.H264, T, 4, 0, 4)),
                // The next piece begins with the key frame before.
                new StretchedFootage.Stretch(span(4, 6), true, d -> new Playing(Codec.H264, T, 6, 50, 4)));
        List<AccessUnit> video = track(source, 0);
        assertEquals(6, video.size());
        assertEquals(5 * 90_000, video.get(5).time());
        assertEquals(List.of(), source.facts().gaps());
    }

    @Test
    void aDeviceThatHasNotLetGoYetIsAskedAgain() throws Exception {
        int[] asked = {0};
        StretchedFootage source = open(
                new StretchedFootage.Stretch(span(0, 3), false, d -> new Playing(Codec.H264, T, 3, 0, 1)),
                new StretchedFootage.Stretch(span(60, 62), true, d -> {
                    if (++asked[0] < 3) {
                        throw new DriverException(DriverException.Reason.BUSY, "");
                    }
                    return new Playing(Codec.H264, T.plusSeconds(60), 2, 0, 1);
                }));
        assertEquals(5, track(source, 0).size());
        assertEquals(3, asked[0]);
    }

    @Test
    void aDeviceThatStaysBusyEndsItWithTheReason() throws Exception {
        StretchedFootage source = open(
                new StretchedFootage.Stretch(span(0, 3), false, d -> new Playing(Codec.H264, T, 3, 0, 1)),
                new StretchedFootage.Stretch(span(60, 62), true, d -> {
                    throw new DriverException(
                            DriverException.Reason.BUSY, "", false, CameraText.PLAYBACK_TAKEN.with(), null);
                }));
        VigilException e = assertThrows(VigilException.class, () -> track(source, 0));
        assertTrue(e.why().contains(CameraText.PLAYBACK_TAKEN.with()), e.why().toString());
        source.close();
        assertEquals(0, open);
    }

    @Test
    void oneFootageIsCodedInOneWay() throws Exception {
        StretchedFootage source = open(
                new StretchedFootage.Stretch(span(0, 3), false, d -> new Playing(Codec.H264, T, 3, 0, 1)),
                new StretchedFootage.Stretch(
                        span(60, 62), true, d -> new Playing(Codec.H265, T.plusSeconds(60), 2, 0, 1)));
        assertEquals(
                "VG-CAMERA-CODING-CHANGED",
                assertThrows(VigilException.class, () -> track(source, 0)).id());
        assertEquals(TimeBasis.ASKED, source.facts().timeBasis(), "the worse of both");
        source.close();
        assertEquals(0, open);
    }
}
