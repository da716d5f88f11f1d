package vn.vigil.rtsp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The parameter sets of one H.264 or H.265 stream, by kind: VPS, SPS, PPS. */
final class ParameterSets {
    private static final int MOST = 64;
    private static final int LARGEST = 4096;

    private final boolean h265;
    private final List<List<byte[]>> kinds = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());

    ParameterSets(boolean h265) {
        this.h265 = h265;
    }

    /** 0 for a VPS, 1 for an SPS, 2 for a PPS, −1 for any other NAL unit that begins at {@code from}. */
    static int kind(boolean h265, byte[] b, int from) {
        int type = h265 ? b[from] >> 1 & 0x3f : b[from] & 0x1f;
        if (h265) {
            return type >= 32 && type <= 34 ? type - 32 : -1;
        }
        return type == 7 || type == 8 ? type - 6 : -1;
    }

    /** @return false when it is no parameter set of this codec */
    boolean add(byte[] b, int from, int to) {
        int kind = to > from ? kind(h265, b, from) : -1;
        if (kind < 0 || to - from > LARGEST || to - from < 3) {
            return false;
        }
        List<byte[]> list = kinds.get(kind);
        byte[] nal = Arrays.copyOfRange(b, from, to);
        for (byte[] known : list) {
            if (Arrays.equals(known, nal)) {
                return true;
            }
        }
        if (list.size() < MOST) {
            list.add(nal);
        }
        return true;
    }

    /** Takes over every kind of which {@code news} holds any. @return whether that changed anything */
    boolean replace(ParameterSets news) {
        boolean changed = false;
        for (int i = 0; i < 3; i++) {
            List<byte[]> mine = kinds.get(i);
            List<byte[]> theirs = news.kinds.get(i);
            if (!theirs.isEmpty() && !Arrays.deepEquals(mine.toArray(), theirs.toArray())) {
                mine.clear();
                mine.addAll(theirs);
                changed = true;
            }
        }
        return changed;
    }

    boolean isEmpty() {
        return kinds.get(0).isEmpty() && kinds.get(1).isEmpty() && kinds.get(2).isEmpty();
    }

    /** Whether a decoder can begin with them. */
    boolean complete() {
        return !kinds.get(1).isEmpty()
                && !kinds.get(2).isEmpty()
                && (!h265 || !kinds.get(0).isEmpty());
    }

    void clear() {
        kinds.forEach(List::clear);
    }

    /** VPS, SPS, PPS in this order. */
    List<byte[]> list() {
        List<byte[]> all = new ArrayList<>(kinds.get(0));
        all.addAll(kinds.get(1));
        all.addAll(kinds.get(2));
        return all;
    }
}
