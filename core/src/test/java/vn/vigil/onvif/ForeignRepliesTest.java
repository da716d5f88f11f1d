package vn.vigil.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Codec;
import vn.vigil.base.TimeSpan;
import vn.vigil.testkit.TestWorld;

/** Replies captured from a SOAP server that is not ours; {@code replies/README.md} tells their origin. */
class ForeignRepliesTest {
    private static final OnvifOptions ONCE = OnvifOptions.STANDARD.withClockSamples(1, Duration.ZERO);

    private final TestWorld world = TestWorld.create();

    private static String captured(ScriptedDevice.Request request) throws IOException {
        String media = request.target().endsWith("media2")
                ? "Media2."
                : request.target().endsWith("media1") ? "Media1." : "";
        try (InputStream in =
                ForeignRepliesTest.class.getResourceAsStream("replies/" + media + request.call() + ".xml")) {
            return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ScriptedDevice foreign(boolean media2) throws IOException {
        return new ScriptedDevice((request, out) -> {
            String reply = captured(request);
            if (reply == null || !media2 && request.target().endsWith("media2")) {
                ScriptedDevice.fault(out, 500, "ActionNotSupported", "not captured");
            } else {
                ScriptedDevice.reply(out, 200, "application/soap+xml", reply);
            }
        });
    }

    @Test
    void aConversationByMedia2AndProfileG() throws Exception {
        try (ScriptedDevice device = foreign(true)) {
            OnvifDevice onvif = device.connect(world, null, ONCE);
            assertTrue(
                    onvif.clock().offset().abs().compareTo(onvif.clock().error()) <= 0,
                    onvif.clock().toString());
            assertEquals(new DeviceInformation("Judge & Co", "<Cổng>", "1", "J-1", "h"), onvif.device());
            assertEquals(5, onvif.services().size());
            MediaProfile main = onvif.profiles().list().get(0);
            assertEquals(new MediaProfile("main", "Main", Codec.H265, 2560, 1440, 12.5, 4096, 50, true), main);
            assertEquals(
                    "rtsp://127.0.0.1:8554/main?a=1&b=2",
                    onvif.streamUri(main).url().toString());
            assertEquals("/snap.jpg?x=1&y=2", onvif.snapshotUri(main).url().target());

            assertEquals(1, onvif.recordingSummary().recordings());
            Recording recording = onvif.recordings().get(0);
            assertEquals("R1", recording.token());
            assertEquals(
                    List.of(new Recording.Track(
                            "V",
                            "Video",
                            Instant.parse("2026-03-01T00:00:00Z"),
                            Instant.parse("2026-03-02T07:05:00Z"))),
                    recording.tracks());
            TimeSpan asked = new TimeSpan(Instant.parse("2026-03-02T06:00:00Z"), Instant.parse("2026-03-02T08:00:00Z"));
            Coverage coverage = onvif.coverage("R1", asked);
            assertEquals(Coverage.Source.EVENTS, coverage.source());
            assertEquals(
                    List.of(
                            new TimeSpan(asked.from(), Instant.parse("2026-03-02T06:10:00Z")),
                            new TimeSpan(Instant.parse("2026-03-02T06:20:00Z"), Instant.parse("2026-03-02T07:05:00Z"))),
                    coverage.spans());
            assertEquals(
                    "rtsp://127.0.0.1:8554/replay/R1",
                    onvif.replayUri("R1").url().toString());
        }
    }

    @Test
    void aConversationByMedia1() throws Exception {
        try (ScriptedDevice device = foreign(false)) {
            OnvifDevice onvif = device.connect(world, null, ONCE);
            MediaProfile one = onvif.profiles().list().get(0);
            assertEquals(new MediaProfile("p1", "One", Codec.H264, 640, 360, 10, 512, 20, false), one);
            assertEquals("rtsp://127.0.0.1:554/one", onvif.streamUri(one).url().toString());
            assertEquals("/one.jpg", onvif.snapshotUri(one).url().target());
        }
    }
}
