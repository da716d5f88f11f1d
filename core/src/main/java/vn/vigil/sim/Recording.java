package vn.vigil.sim;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.TimeSpan;

/**
 * Which pictures of a camera are recorded. Pictures are numbered from the epoch of 1970: picture n shows true instant
 * n / fps, so that any two looks at one instant show the same. Recording begins, and goes on after a gap, with a key frame,
 * as on real recorders. Immutable.
 *
 * @param picture rates of the numbering
 * @param segments without holes, in order, each with at least one picture
 */
record Recording(PictureSpec picture, List<Segment> segments) {
    /** No picture: what {@link #next} and {@link #at} answer behind the end. */
    static final long NONE = Long.MAX_VALUE;

    /**
     * @param first number of its first picture, a key frame
     * @param end number behind its last picture
     */
    record Segment(long first, long end) {}

    /** What {@code spec} has recorded at {@code now}, true time. */
    static Recording of(CameraSpec spec, Instant now) {
        List<Segment> segments = new ArrayList<>();
        if (spec.recorded() != null && !spec.has(Fault.NO_RECORDING)) {
            Instant until =
                    spec.recorded().to().isAfter(now) ? now : spec.recorded().to();
            Instant from = spec.recorded().from();
            for (TimeSpan gap : spec.gaps()) {
                add(segments, spec.picture(), from, gap.from().isBefore(until) ? gap.from() : until);
                from = gap.to().isAfter(from) ? gap.to() : from;
            }
            add(segments, spec.picture(), from, until);
        }
        return new Recording(spec.picture(), List.copyOf(segments));
    }

    private static void add(List<Segment> segments, PictureSpec picture, Instant from, Instant to) {
        long key = picture.keyEvery();
        long first = -Math.floorDiv(-atOrAfter(picture, from), key) * key;
        long end = atOrAfter(picture, to);
        if (first < end) {
            segments.add(new Segment(first, end));
        }
    }

    /** Number of the first picture at or after a true instant. */
    static long atOrAfter(PictureSpec picture, Instant t) {
        long fps = picture.framesPerSecond();
        return t.getEpochSecond() * fps + (t.getNano() * fps + 999_999_999) / 1_000_000_000;
    }

    /** Number of the picture that is on at a true instant. */
    static long atOrBefore(PictureSpec picture, Instant t) {
        long fps = picture.framesPerSecond();
        return t.getEpochSecond() * fps + t.getNano() * fps / 1_000_000_000;
    }

    /** True instant of a picture, rounded down to the nanosecond. */
    static Instant instant(PictureSpec picture, long number) {
        long fps = picture.framesPerSecond();
        return Instant.ofEpochSecond(Math.floorDiv(number, fps), Math.floorMod(number, fps) * 1_000_000_000L / fps);
    }

    boolean isEmpty() {
        return segments.isEmpty();
    }

    /** True instant of the first picture; only when not empty. */
    Instant from() {
        return instant(picture, segments.get(0).first());
    }

    /** True instant at which the last picture's time is over; only when not empty. */
    Instant to() {
        return instant(picture, segments.get(segments.size() - 1).end());
    }

    /** Where playback of a true instant starts: the key frame at or before it, inside a hole the next one, else {@link #NONE}. */
    long at(Instant t) {
        long wanted = atOrBefore(picture, t);
        for (Segment segment : segments) {
            if (wanted < segment.end()) {
                return Math.max(segment.first(), wanted - Math.floorMod(wanted, (long) picture.keyEvery()));
            }
        }
        return NONE;
    }

    /** The picture recorded after {@code number}, or {@link #NONE}. */
    long next(long number) {
        for (Segment segment : segments) {
            if (number + 1 < segment.end()) {
                return Math.max(segment.first(), number + 1);
            }
        }
        return NONE;
    }

    /** The key frame recorded after {@code number} and at least {@code apart} pictures later, or {@link #NONE}. */
    long nextKey(long number, long apart) {
        long key = picture.keyEvery();
        long wanted = (Math.floorDiv(number + Math.max(apart, 1) - 1, key) + 1) * key;
        for (Segment segment : segments) {
            if (wanted < segment.end()) {
                return Math.max(segment.first(), wanted);
            }
        }
        return NONE;
    }

    /** True when the picture recorded after {@code number} does not follow it at once. */
    boolean holeAfter(long number) {
        return next(number) != number + 1;
    }
}
