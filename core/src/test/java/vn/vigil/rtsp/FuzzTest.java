package vn.vigil.rtsp;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;
import vn.vigil.net.CameraUrl;

/** Seeded mutations of what real servers sent: parsers may refuse by their declared exceptions, and must come to an end. */
class FuzzTest {
    private static final Duration BOUND = Duration.ofSeconds(20);

    private static byte[] mutate(Random random, byte[] good) {
        byte[] b = Arrays.copyOf(
                good, Math.max(1, random.nextInt(4) == 0 ? random.nextInt(good.length + 1) : good.length));
        for (int n = random.nextInt(6); n >= 0; n--) {
            int at = random.nextInt(b.length);
            switch (random.nextInt(4)) {
                case 0 -> b[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> b[at] = (byte) random.nextInt(256);
                case 2 -> b[at] = (byte) (random.nextBoolean() ? 0xff : 0);
                default -> {
                    int length = Math.min(random.nextInt(16), b.length - at);
                    System.arraycopy(b, random.nextInt(b.length - length + 1), b, at, length);
                }
            }
        }
        return b;
    }

    @Test
    void messagesAndDescriptions() {
        assertTimeoutPreemptively(BOUND, () -> {
            Random random = new Random(1);
            List<byte[]> good = new ArrayList<>();
            for (String name : Captures.ALL) {
                String text = new String(Captures.read(name), 0, 4000, StandardCharsets.ISO_8859_1);
                good.add(text.substring(0, text.indexOf("$\0")).getBytes(StandardCharsets.ISO_8859_1));
                good.add(text.substring(text.indexOf("v=0")).getBytes(StandardCharsets.ISO_8859_1));
            }
            CameraUrl own = CameraUrl.parse("rtsp://gate/x", "rtsp");
            int refused = 0;
            for (int i = 0; i < 20_000; i++) {
                byte[] b = mutate(random, good.get(random.nextInt(good.size())));
                try {
                    RtspMessage.parseHead(b).contentLength();
                } catch (RtspFault e) {
                    refused++;
                }
                try {
                    Presentation p = Describing.describe(own, null, b).presentation();
                    assertTrue(p.tracks().size() <= 32);
                    p.tracks().forEach(t -> assertTrue(t.control().host().equals("gate")));
                } catch (RtspException e) {
                    refused++;
                }
                TransportHeader.parse(new String(b, 0, Math.min(100, b.length), StandardCharsets.ISO_8859_1));
            }
            assertTrue(refused > 0);
        });
    }

    @Test
    void videoPackets() {
        for (String[] one : new String[][] {
            {"gst-live-h264-pcma.bin", "H264"}, {"gst-live-h265-aac.bin", "H265"}, {"gst-replay-gap.bin", "H264"}
        }) {
            packets(one[0], 0, new Formats.Chosen(96, one[1], Collected.video(Codec.valueOf(one[1])), Map.of()));
        }
    }

    @Test
    void audioPackets() {
        packets(
                "gst-live-h265-aac.bin",
                2,
                new Formats.Chosen(
                        97, "AAC", new TrackFormat(Codec.AAC, 16000, 1, List.of(new byte[] {0x14, 8})), Map.of()));
    }

    private static void packets(String capture, int channel, Formats.Chosen chosen) {
        assertTimeoutPreemptively(BOUND, () -> {
            Random random = new Random(2);
            List<byte[]> good = Captures.packets(capture, channel);
            Queue<RtspEvent> events = new ArrayDeque<>();
            int pictures = 0;
            for (int round = 0; round < 30; round++) {
                TrackReceiver track = new TrackReceiver(0, chosen, events);
                for (byte[] packet : good) {
                    byte[] b = random.nextInt(3) == 0 ? mutate(random, packet) : packet;
                    track.rtp(b, round);
                    track.rtcp(b, round);
                }
                track.flush();
                for (RtspEvent event; (event = events.poll()) != null; ) {
                    pictures += event instanceof RtspEvent.Unit u && framed(chosen, u.unit()) ? 1 : 0;
                }
                assertTrue(track.facts().lost() >= 0);
            }
            assertTrue(pictures > 100);
        });
    }

    /** Whatever came in, the lengths that go out lead exactly to the end. */
    private static boolean framed(Formats.Chosen chosen, AccessUnit unit) {
        if (chosen.format().codec().video()) {
            int at = 0;
            while (at < unit.data().length) {
                at += 4 + (int) RtpPacket.u32(unit.data(), at);
            }
            assertTrue(at == unit.data().length);
        }
        return true;
    }
}
