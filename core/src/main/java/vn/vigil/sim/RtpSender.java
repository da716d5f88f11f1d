package vn.vigil.sim;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import vn.vigil.net.LoopbackServer;

/**
 * Puts H.264 pictures into RTP packets (RFC 6184: single NAL unit, STAP-A, FU-A) and sends them interleaved over the RTSP
 * connection (RFC 2326 §10.12) or as datagrams; sender reports too (RFC 3550 §6.4.1). Confined to one thread.
 */
final class RtpSender {
    /** Flags of the ONVIF replay extension (Streaming Specification, "RTP header extension"). */
    static final int CLEAN = 0x80;

    static final int END = 0x40;
    static final int DISCONTINUITY = 0x20;
    static final int TERMINAL = 0x10;

    private static final int PAYLOAD_TYPE = 96;
    private static final int MOST_PAYLOAD = 1400;
    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;

    private final OutputStream out;
    private final int channel;
    private final LoopbackServer.Datagrams datagrams;
    private final int clientPort;
    private final int ssrc;
    private int sequence;
    private int packets;
    private int octets;
    private byte[] buffer = new byte[64 * 1024];
    private int used;
    private int packetStart;

    private RtpSender(
            OutputStream out, int channel, LoopbackServer.Datagrams datagrams, int clientPort, int ssrc, int sequence) {
        this.out = out;
        this.channel = channel;
        this.datagrams = datagrams;
        this.clientPort = clientPort;
        this.ssrc = ssrc;
        this.sequence = sequence;
    }

    static RtpSender interleaved(OutputStream out, int channel, int ssrc, int sequence) {
        return new RtpSender(out, channel, null, 0, ssrc, sequence);
    }

    static RtpSender datagrams(LoopbackServer.Datagrams from, int clientPort, int ssrc, int sequence) {
        return new RtpSender(null, 0, from, clientPort, ssrc, sequence);
    }

    int nextSequence() {
        return sequence & 0xffff;
    }

    /** What the replay extension of a picture says. */
    record ReplayMark(Instant cameraTime, int flags, int cseq) {}

    /**
     * Sends one picture.
     *
     * @param sets parameter sets to send before it in one packet, or empty
     * @param mark the replay extension for its first packet, or null
     */
    void picture(List<byte[]> sets, List<byte[]> nals, int time, ReplayMark mark) throws IOException {
        ReplayMark first = mark;
        if (!sets.isEmpty()) {
            begin(time, false, first);
            first = null;
            put(24 | 0x60); // STAP-A with the importance of parameter sets
            for (byte[] set : sets) {
                put(set.length >> 8);
                put(set.length);
                put(set, 0, set.length);
            }
            end();
        }
        for (int i = 0; i < nals.size(); i++) {
            nal(nals.get(i), time, i == nals.size() - 1, first);
            first = null;
        }
        flush();
    }

    private void nal(byte[] nal, int time, boolean last, ReplayMark mark) throws IOException {
        if (nal.length <= MOST_PAYLOAD) {
            begin(time, last, mark);
            put(nal, 0, nal.length);
            end();
            return;
        }
        ReplayMark first = mark;
        for (int at = 1; at < nal.length; at += MOST_PAYLOAD) {
            int length = Math.min(MOST_PAYLOAD, nal.length - at);
            boolean ends = at + length == nal.length;
            begin(time, last && ends, first);
            first = null;
            put(nal[0] & 0xe0 | 28); // FU-A
            put((at == 1 ? 0x80 : 0) | (ends ? 0x40 : 0) | nal[0] & 0x1f);
            put(nal, at, length);
            end();
        }
    }

    /**
     * Sends a sender report with the canonical name.
     *
     * @param clock the camera's wall clock at {@code time}, or null: 0, as in a replay without rate control
     */
    void report(Instant clock, int time, String name) throws IOException {
        open(1);
        put(0x80);
        put(200);
        put16(6);
        put32(ssrc);
        ntp(clock);
        put32(time);
        put32(packets);
        put32(octets);
        byte[] cname = name.getBytes(StandardCharsets.UTF_8);
        int words = (4 + 2 + cname.length + 1 + 3) / 4;
        put(0x81);
        put(202);
        put16(words);
        put32(ssrc);
        put(1);
        put(cname.length);
        put(cname, 0, cname.length);
        for (int i = 4 + 2 + cname.length; i < words * 4; i++) {
            put(0);
        }
        close(true);
        flush();
    }

    private void begin(int time, boolean marker, ReplayMark mark) {
        open(0);
        put(mark == null ? 0x80 : 0x90);
        put((marker ? 0x80 : 0) | PAYLOAD_TYPE);
        put16(sequence++);
        put32(time);
        put32(ssrc);
        if (mark != null) {
            put16(0xABAC);
            put16(3);
            ntp(mark.cameraTime);
            put(mark.flags);
            put(mark.cseq);
            put16(0);
        }
        packets++;
    }

    private void end() throws IOException {
        octets += used - packetStart - 12;
        close(false);
    }

    private void open(int offset) {
        if (out != null) {
            put('$');
            put(channel + offset);
            put16(0);
        }
        packetStart = used;
    }

    private void close(boolean control) throws IOException {
        int length = used - packetStart;
        if (out != null) {
            buffer[packetStart - 2] = (byte) (length >> 8);
            buffer[packetStart - 1] = (byte) length;
        } else {
            datagrams.send(control, buffer, packetStart, length, clientPort + (control ? 1 : 0));
            used = 0;
        }
    }

    private void flush() throws IOException {
        if (out != null) {
            out.write(buffer, 0, used);
            used = 0;
        }
    }

    /** 64 bits of NTP time; the fraction is rounded up, so that cutting it off at the reader gives the instant back. */
    private void ntp(Instant t) {
        if (t == null) {
            put32(0);
            put32(0);
            return;
        }
        put32((int) (t.getEpochSecond() + SECONDS_1900_TO_1970));
        put32((int) ((((long) t.getNano() << 32) + 999_999_999L) / 1_000_000_000L));
    }

    private void put(int octet) {
        if (used == buffer.length) {
            buffer = Arrays.copyOf(buffer, used * 2);
        }
        buffer[used++] = (byte) octet;
    }

    private void put16(int value) {
        put(value >> 8);
        put(value);
    }

    private void put32(int value) {
        put16(value >> 16);
        put16(value);
    }

    private void put(byte[] data, int from, int length) {
        while (used + length > buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        System.arraycopy(data, from, buffer, used, length);
        used += length;
    }
}
