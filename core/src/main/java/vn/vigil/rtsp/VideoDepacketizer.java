package vn.vigil.rtsp;

import java.time.Instant;
import java.util.Arrays;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/**
 * What H.264 and H.265 share: NAL units gathered into access units of 4-byte lengths.
 *
 * <p>A unit ends at the marker or when the time changes, but only once it holds a picture: some cameras set the marker on
 * parameter sets or SEI alone, or give those another time than their picture. Some put several NAL units with Annex B start
 * codes into one; no NAL unit can hold a start code (ISO 14496-10 §7.4.1), so it is cut there.
 */
abstract class VideoDepacketizer implements Depacketizer {
    private static final int LARGEST_UNIT = 32 << 20;

    private final Codec codec;
    private final boolean h265;
    private final int clockRate;
    private final ParameterSets known;
    private final ParameterSets fresh;
    private byte[] unit = new byte[32 * 1024];
    private int size;
    private long time;
    private Instant recorded;
    private boolean picture;
    private boolean key;
    private boolean lossPending;
    /** Where the NAL unit that is being put together begins (its length's place), or −1. */
    private int fragment = -1;

    VideoDepacketizer(TrackFormat format) {
        codec = format.codec();
        h265 = codec == Codec.H265;
        clockRate = format.clockRate();
        known = new ParameterSets(h265);
        fresh = new ParameterSets(h265);
        for (byte[] set : format.parameterSets()) {
            known.add(set, 0, set.length);
        }
    }

    /** Takes one payload apart by calling {@link #whole}, {@link #begin}, {@link #go}, {@link #end} and {@link #bad}. */
    abstract void payload(byte[] b, int from, int to, Sink sink);

    /** Whether this NAL unit type carries a part of a picture. */
    abstract boolean isPicture(int type);

    /** Whether decoding can start at this NAL unit type. */
    abstract boolean isKey(int type);

    @Override
    public final void packet(RtpPacket packet, long packetTime, boolean afterLoss, Sink sink) {
        if (afterLoss) {
            bad(sink, fragment >= 0);
        }
        if (size > 0 && packetTime != time) {
            end(sink);
            if (picture) {
                emit(sink);
            }
        }
        if (size == 0) {
            recorded = null;
        }
        time = packetTime;
        if (packet.replay() != null) {
            recorded = packet.replay().time();
        }
        payload(packet.bytes(), packet.from(), packet.to(), sink);
        if (packet.marker()) {
            end(sink);
            if (picture) {
                emit(sink);
            }
        }
    }

    @Override
    public final void flush(Sink sink) {
        if (fragment >= 0) {
            bad(sink, true);
        }
        if (picture) {
            emit(sink);
        }
        size = 0;
    }

    /** A whole NAL unit. */
    final void whole(byte[] b, int from, int to, Sink sink) {
        end(sink);
        if (to > from && room(to - from + 4, sink)) {
            fragment = size;
            size += 4;
            append(b, from, to);
            end(sink);
        }
    }

    /** The first fragment of a NAL unit, behind its header. */
    final void begin(byte[] header, byte[] b, int from, int to, Sink sink) {
        end(sink); // a missing end bit with no packet lost: what is there is the whole
        if (room(header.length + to - from + 4, sink)) {
            fragment = size;
            size += 4;
            append(header, 0, header.length);
            append(b, from, to);
        }
    }

    /** A further fragment. */
    final void go(byte[] b, int from, int to, Sink sink) {
        if (fragment < 0) {
            bad(sink, !lossPending); // told once, not for every fragment of a NAL unit whose head is missing
        } else if (room(to - from, sink)) {
            append(b, from, to);
        }
    }

    /** The NAL unit being put together is complete. */
    final void end(Sink sink) {
        if (fragment < 0) {
            return;
        }
        int from = fragment;
        fragment = -1;
        int cut = startCode(from + 4, size);
        if (cut < 0) {
            finish(from, size);
            return;
        }
        byte[] annexB = Arrays.copyOfRange(unit, from + 4, size);
        size = from;
        int at = 0;
        int next = cut - from - 4;
        while (at < annexB.length) {
            int to = next < 0 ? annexB.length : next;
            int trimmed = to;
            while (trimmed > at && annexB[trimmed - 1] == 0) {
                trimmed--;
            }
            if (trimmed > at && room(trimmed - at + 4, sink)) {
                int begin = size;
                size += 4;
                append(annexB, at, trimmed);
                finish(begin, size);
            }
            at = next < 0 ? annexB.length : next + 3;
            next = startCode(annexB, at, annexB.length);
        }
    }

    /**
     * Something is missing or makes no sense here.
     *
     * @param dropped whether a part that had come is thrown away
     */
    final void bad(Sink sink, boolean dropped) {
        if (fragment >= 0) {
            size = fragment;
            fragment = -1;
        }
        lossPending = true;
        if (dropped) {
            sink.damaged();
        }
    }

    private void finish(int from, int to) {
        RtpPacket.put(unit, from, to - from - 4, 4);
        int type = h265 ? unit[from + 4] >> 1 & 0x3f : unit[from + 4] & 0x1f;
        picture |= isPicture(type);
        key |= isKey(type);
        fresh.add(unit, from + 4, to);
    }

    private void emit(Sink sink) {
        if (!fresh.isEmpty()) {
            if (known.replace(fresh) && known.complete()) {
                sink.formatChanged(new TrackFormat(codec, clockRate, 0, known.list()));
            }
            fresh.clear();
        }
        sink.unit(Arrays.copyOf(unit, size), key, time, recorded, lossPending);
        size = 0;
        picture = false;
        key = false;
        lossPending = false;
    }

    private boolean room(int more, Sink sink) {
        if (size + more > LARGEST_UNIT) {
            size = 0;
            picture = false;
            key = false;
            fresh.clear();
            fragment = -1;
            bad(sink, true);
            return false;
        }
        if (size + more > unit.length) {
            unit = Arrays.copyOf(unit, Math.max(size + more, unit.length * 2));
        }
        return true;
    }

    private void append(byte[] b, int from, int to) {
        System.arraycopy(b, from, unit, size, to - from);
        size += to - from;
    }

    private int startCode(int from, int to) {
        return startCode(unit, from, to);
    }

    /** Where the first 00 00 01 stands, or −1. */
    private static int startCode(byte[] b, int from, int to) {
        for (int i = from + 2; i < to; i++) {
            if (b[i] > 1 || b[i] < 0) {
                i += 2; // neither this byte nor the next two can end a start code that begins before it
            } else if (b[i] == 1 && b[i - 1] == 0 && b[i - 2] == 0) {
                return i - 2;
            }
        }
        return -1;
    }
}
