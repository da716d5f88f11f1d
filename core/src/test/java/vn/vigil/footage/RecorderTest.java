package vn.vigil.footage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.Deadline;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.TrackFormat;
import vn.vigil.base.World;
import vn.vigil.camera.FootageSource;
import vn.vigil.camera.SourceFacts;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.media.CameraSignature;
import vn.vigil.media.Captured;
import vn.vigil.media.SegmentReader;

/** A camera that signs its pictures: the clip runs on to the next signature, and each file has the certificate. */
class RecorderTest {
    private static final Instant AT = Instant.parse("2026-11-20T08:00:00Z");
    private static final byte[] ONVIF = HexFormat.of().parseHex("005bc93f2d715e95ada4796f90877a6f");
    private static final byte[] AXIS = "Signed Video...0".getBytes(StandardCharsets.US_ASCII);
    private static final Duration LENGTH = Duration.ofSeconds(5);
    private static final Duration TAIL = Recorder.SIGNING_TAIL;

    @TempDir
    Path folder;

    private final AccessUnit key = Captured.h264().units().stream()
            .filter(AccessUnit::keyFrame)
            .findFirst()
            .orElseThrow();

    /** A key frame with an SEI message of user data behind its other units, as some encoders put it. */
    private byte[] with(byte[] uuid, int flags) throws Exception {
        ByteArrayOutputStream sei = new ByteArrayOutputStream();
        sei.write(new byte[] {6, 5, (byte) (uuid.length + 3)});
        sei.write(uuid);
        sei.write(new byte[] {(byte) flags, 1, 2, (byte) 0x80});
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        data.write(key.data());
        data.write(ByteBuffer.allocate(4).putInt(sei.size()).array());
        data.write(sei.toByteArray());
        return data.toByteArray();
    }

    /** Two pictures a second, of which some are signed. */
    private FootageSource source(int seconds, byte[] uuid, int certificate, int everySeconds, int until)
            throws Exception {
        Deque<AccessUnit> units = new ArrayDeque<>();
        for (int i = 0; i < 2 * seconds; i++) {
            boolean signed = everySeconds > 0 && i % (2 * everySeconds) == 0 && i > 0 && i <= 2 * until;
            byte[] data = i == 0 && certificate != 0 ? with(uuid, certificate) : signed ? with(uuid, 0) : key.data();
            units.add(new AccessUnit(0, data, true, i * 45_000L, AT.plusMillis(500L * i), 0, false));
        }
        return new Script(units);
    }

    private record Script(Deque<AccessUnit> units) implements FootageSource {
        @Override
        public List<TrackFormat> tracks() {
            return List.of(Captured.h264().format());
        }

        @Override
        public AccessUnit next(Deadline deadline) {
            return units.poll();
        }

        @Override
        public SourceFacts facts() {
            throw new IllegalStateException("not asked here");
        }

        @Override
        public void close() {
            units.clear();
        }
    }

    private Recorder recorder(String name, long maxBytes) {
        Message step = FootageText.STEP_RECEIVE.with("gate-1");
        return new Recorder(World.real(), folder, name, maxBytes, Progress.NONE, step);
    }

    private List<Recorder.Take> replay(String name, FootageSource source, Duration on, long maxBytes) {
        return recorder(name, maxBytes).replay(source, AT.plus(LENGTH), on, LENGTH);
    }

    @Test
    void theClipRunsOnToTheNextSignature() throws Exception {
        assertNull(replay("a", source(20, ONVIF, 0, 2, 20), Duration.ZERO, Long.MAX_VALUE), "ask again, with a tail");
        Recorder.Take take =
                replay("b", source(20, ONVIF, 0, 2, 20), TAIL, Long.MAX_VALUE).get(0);
        assertEquals(AT.plusSeconds(6), take.lastPicture());
        assertEquals(new ClipSheet.Signing("onvif-media-signing", 3, Duration.ofSeconds(1)), take.signing());
        Recorder.Take axis =
                replay("c", source(20, AXIS, 0, 2, 20), TAIL, Long.MAX_VALUE).get(0);
        assertEquals("axis-signed-video", axis.signing().kind());

        Recorder.Take plain = replay("d", source(20, ONVIF, 0, 0, 0), Duration.ZERO, Long.MAX_VALUE)
                .get(0);
        assertEquals(AT.plusMillis(4500), plain.lastPicture());
        assertNull(plain.signing());
    }

    @Test
    void noSignatureInTimeMeansNoTail() throws Exception {
        Recorder.Take take =
                replay("a", source(40, ONVIF, 0, 2, 4), TAIL, Long.MAX_VALUE).get(0);
        assertEquals(AT.plusMillis(4500), take.lastPicture(), "nothing but what was asked for");
        assertEquals(new ClipSheet.Signing("onvif-media-signing", 2, Duration.ZERO), take.signing());
        Recorder.Take ended =
                replay("b", source(6, ONVIF, 0, 2, 4), TAIL, Long.MAX_VALUE).get(0);
        assertEquals(AT.plusMillis(4500), ended.lastPicture());
    }

    @Test
    void everyFileHasTheCertificateThatCameOnce() throws Exception {
        List<Recorder.Take> takes = replay("a", source(20, ONVIF, 0x80, 2, 20), TAIL, 4L * key.data().length);
        assertTrue(takes.size() > 1, takes.toString());
        for (Recorder.Take take : takes) {
            try (SegmentReader reader = SegmentReader.open(take.facts().file(), false)) {
                AccessUnit first = reader.next();
                assertTrue(first.keyFrame());
                List<CameraSignature> found = new ArrayList<>(CameraSignature.in(Codec.H264, first));
                assertTrue(found.stream().anyMatch(CameraSignature::certificate), take.toString());
            }
        }
    }

    @Test
    void liveFootageOfASigningCameraEndsWithASignatureToo() throws Exception {
        Recorder.Take take = recorder("a", Long.MAX_VALUE)
                .live(source(20, ONVIF, 0, 2, 20), LENGTH)
                .get(0);
        assertEquals(AT.plusSeconds(6), take.lastPicture());
        assertEquals(Duration.ofSeconds(1), take.signing().tail());
    }
}
