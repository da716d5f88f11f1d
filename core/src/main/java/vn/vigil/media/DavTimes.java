package vn.vigil.media;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Wall times of DHAV frames in milliseconds. A frame tells a whole second, and a counter of milliseconds whose zero nobody
 * tells. Each frame bounds that zero to a second; all frames of a stretch together bound it to about the distance of two
 * frames, and the earliest zero that fits them all is taken. So a frame's true wall time is never before the stated one, and
 * behind it by at most the distance of two frames. Where the two clocks part (a hole, a clock that was set) a new stretch
 * begins. A clock that was set by less than a second within a stretch is not noticed; times are off by as much then. Pure but
 * for its state; confined to one thread.
 */
final class DavTimes {
    private static final int WRAP = 1 << 16;

    /**
     * @param first number of its first frame
     * @param zero wall time in milliseconds at which the counter is 0
     */
    private record Stretch(long first, long zero) {}

    private final List<Stretch> stretches = new ArrayList<>();
    private long frames;
    private long counted;
    private DavFrame last;
    private long low;
    private long high;
    private long begun;
    private int at;

    /**
     * Adds the next frame of pictures.
     *
     * @param rate frames a second, 0: not known
     * @return its counter, unwrapped
     */
    long add(DavFrame frame, int rate) {
        long second = second(frame.wall());
        counted = last == null ? frame.millis() : counted + step(last, frame, rate);
        long earliest = second - counted;
        if (last == null || Math.max(low, earliest) >= Math.min(high, earliest + 1000)) {
            close();
            begun = frames;
            low = earliest;
            high = earliest + 1000;
        } else {
            low = Math.max(low, earliest);
            high = Math.min(high, earliest + 1000);
        }
        last = frame;
        frames++;
        return counted;
    }

    /** To be called behind the last frame. */
    void close() {
        if (frames > begun || last != null && stretches.isEmpty()) {
            stretches.add(new Stretch(begun, low));
        }
    }

    /** How far the counter has gone from one frame to the next: whole turns by the dates, the rest by the counter. */
    private static long step(DavFrame from, DavFrame to, int rate) {
        long step = (to.millis() - from.millis()) & WRAP - 1;
        long dates = second(to.wall()) - second(from.wall());
        long turns = Math.round((dates - step) / (double) WRAP);
        if (step == 0 && turns == 0 && rate > 0) {
            // A counter that stands still: the number of frames instead.
            long numbers = (to.number() - from.number()) & 0xffffffffL;
            return Math.min(numbers, rate) * 1000 / rate;
        }
        return step + turns * WRAP;
    }

    private static long second(LocalDateTime wall) {
        return wall.toEpochSecond(ZoneOffset.UTC) * 1000;
    }

    /** Wall time of a frame as milliseconds since 1970 on the wall clock; to be asked in the order of the frames. */
    long millis(long frame, long counter) {
        while (at + 1 < stretches.size() && stretches.get(at + 1).first() <= frame) {
            at++;
        }
        return stretches.get(at).zero() + counter;
    }

    /** Whether a stretch begins with the frame just asked for. */
    boolean begins(long frame) {
        return stretches.get(at).first() == frame;
    }
}
