package vn.vigil.rtsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Login;
import vn.vigil.testkit.ScriptedServer;

/** What foreign servers really sent, played back to our client. */
class CapturedSessionTest {
    private final World world = World.real();
    private final List<AccessUnit> units = new ArrayList<>();
    private Presentation presentation;
    private List<StreamFacts> facts;
    private RtspEvent end;
    private List<String> requests;

    private void watch(String capture, String path, PlayRequest what) throws Exception {
        Deadline soon = Deadline.in(world, Duration.ofSeconds(10));
        try (ScriptedServer server =
                ScriptedServer.captured(Captures.read(capture)).closingAtEnd()) {
            CameraUrl url = CameraUrl.parse("rtsp://127.0.0.1:" + server.port() + path, "rtsp");
            RtspSession session = RtspSession.open(
                    world,
                    url,
                    new Login("admin", "vigil-123"),
                    AddressRules.of("127.0.0.1"),
                    RtspOptions.defaults().withWatchdog(Duration.ofMillis(300)),
                    soon);
            try (session) {
                session.options(soon);
                presentation = session.describe(soon);
                List<Integer> all = new ArrayList<>();
                presentation.tracks().forEach(t -> all.add(t.index()));
                session.setup(all, what, soon);
                session.play(soon);
                end = session.next(soon);
                while (end instanceof RtspEvent.Unit unit) {
                    units.add(unit.unit());
                    end = session.next(soon);
                }
                facts = session.facts();
            }
            requests = List.copyOf(server.requests());
        }
    }

    private List<AccessUnit> units(int track) {
        return units.stream().filter(u -> u.track() == track).toList();
    }

    /** Lengths lead exactly to the end, and no NAL unit is empty. */
    private static void assertWellFramed(AccessUnit unit) {
        int at = 0;
        while (at < unit.data().length) {
            long length = RtpPacket.u32(unit.data(), at);
            assertTrue(length > 0);
            at += 4 + (int) length;
        }
        assertEquals(unit.data().length, at);
    }

    @Test
    void aLiveCameraWithH264AndAlaw() throws Exception {
        watch("gst-live-h264-pcma.bin", "/cam1", PlayRequest.live());
        assertEquals(Codec.H264, presentation.video().format().codec());
        assertEquals(2, presentation.video().format().parameterSets().size());
        assertEquals(8000, presentation.audio().format().clockRate());
        assertTrue(presentation.video().control().toString().endsWith("/cam1/stream=0"));

        List<AccessUnit> video = units(0);
        assertTrue(video.get(0).keyFrame());
        assertNull(video.get(0).cameraTime(), "no sender report yet");
        video.forEach(CapturedSessionTest::assertWellFramed);
        for (int i = 1; i < video.size(); i++) {
            assertEquals(9000, video.get(i).time() - video.get(i - 1).time(), "ten pictures a second");
            assertFalse(video.get(i).afterLoss());
        }
        assertEquals(3, facts.get(0).keyFrames());
        assertEquals(0, facts.get(0).lost() + facts.get(1).lost());
        assertEquals(1, facts.get(0).clocks().size());
        AccessUnit last = video.get(video.size() - 1);
        assertEquals("2026-11-24T00:29:51.074350888Z", last.cameraTime().toString());

        List<AccessUnit> audio = units(1);
        assertEquals(1024, audio.get(0).data().length);
        assertEquals(1024, audio.get(1).time() - audio.get(0).time());
        // The playback is silent once it is through: first a stall is told, and only once.
        assertTrue(end instanceof RtspEvent.Stalled);
        assertTrue(requests.get(requests.size() - 1).startsWith("TEARDOWN "));
        assertEquals(
                1,
                requests.stream()
                        .filter(r -> r.startsWith("SETUP ") && r.contains("interleaved=2-3"))
                        .count());
    }

    @Test
    void aLiveCameraWithH265AndAac() throws Exception {
        watch("gst-live-h265-aac.bin", "/cam1", PlayRequest.live());
        assertEquals(Codec.H265, presentation.video().format().codec());
        assertEquals(3, presentation.video().format().parameterSets().size());
        assertEquals(Codec.AAC, presentation.audio().format().codec());
        assertEquals(2, presentation.audio().format().parameterSets().get(0).length);
        List<AccessUnit> video = units(0);
        assertEquals(List.of(0, 10, 20), keyFrames(video));
        video.forEach(CapturedSessionTest::assertWellFramed);
        List<AccessUnit> audio = units(1);
        assertEquals(1024, audio.get(1).time() - audio.get(0).time());
        assertEquals(16000, presentation.audio().format().clockRate());
        assertEquals(0, facts.get(0).damaged() + facts.get(1).damaged());
    }

    private static List<Integer> keyFrames(List<AccessUnit> video) {
        List<Integer> at = new ArrayList<>();
        for (int i = 0; i < video.size(); i++) {
            if (video.get(i).keyFrame()) {
                at.add(i);
            }
        }
        return at;
    }

    @Test
    void aRecordingWithAHole() throws Exception {
        Instant from = Instant.parse("2026-11-20T08:00:03Z");
        watch("gst-replay-gap.bin", "/replay", PlayRequest.replay(new TimeSpan(from, from.plusSeconds(66))));
        assertEquals(68, units.size(), "the key frame at 2 s, then to the end, the hole left out");
        assertTrue(units.get(0).keyFrame());
        assertEquals(Instant.parse("2026-11-20T08:00:02Z"), units.get(0).cameraTime());
        for (AccessUnit u : units) {
            boolean afterHole = u.cameraTime().equals(Instant.parse("2026-11-20T08:01:06Z"));
            assertEquals(afterHole, u.afterLoss(), u.cameraTime().toString());
            assertWellFramed(u);
            Instant c = u.cameraTime();
            assertTrue(c.isBefore(from.plusSeconds(3)) || !c.isBefore(from.plusSeconds(63)), c.toString());
        }
        assertEquals(1, facts.get(0).holes());
        assertEquals(0, facts.get(0).lost());
        assertEquals(new RtspEvent.Ended(RtspEvent.EndReason.TERMINAL), end);
        String play =
                requests.stream().filter(r -> r.startsWith("PLAY ")).findFirst().orElseThrow();
        assertTrue(play.contains("\r\nRequire: onvif-replay\r\n"));
        assertTrue(play.contains("\r\nRange: clock=20261120T080003.000Z-20261120T080109.000Z\r\n"));
        assertTrue(play.contains("\r\nRate-Control: no\r\n"));
        assertTrue(requests.stream().anyMatch(r -> r.startsWith("SETUP ") && r.contains("Require: onvif-replay")));
        assertNotNull(presentation.range());
    }
}
