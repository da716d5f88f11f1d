package vn.vigil.rtsp;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The captured conversations of this package's test resources, whole and in parts. */
final class Captures {
    static final List<String> ALL = List.of("gst-live-h264-pcma.bin", "gst-live-h265-aac.bin", "gst-replay-gap.bin");

    private Captures() {}

    static byte[] read(String name) throws IOException {
        try (InputStream in = Captures.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    /** The interleaved packets of one channel, in order. */
    static List<byte[]> packets(String name, int channel) throws IOException {
        byte[] b = read(name);
        List<byte[]> found = new ArrayList<>();
        for (int at = 0; at + 4 <= b.length; ) {
            if (b[at] != '$') {
                at++;
                continue;
            }
            int length = RtpPacket.u16(b, at + 2);
            if (b[at + 1] == channel && at + 4 + length <= b.length) {
                found.add(java.util.Arrays.copyOfRange(b, at + 4, at + 4 + length));
            }
            at += 4 + length;
        }
        return found;
    }
}
