package vn.vigil.media;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds of single pictures, joined over time into masks that a person can look through: a face that stays or moves slowly is
 * one track, cut into masks of at most {@link #LONGEST}. A mask reaches a quarter of its size and half a second beyond what
 * was seen, since cascades lose a face that turns. Pure.
 */
public final class FaceTracks {
    /** A face that walks would need a mask as wide as the picture. */
    static final Duration LONGEST = Duration.ofSeconds(2);

    /** A face may be missed so long and still be the same. */
    private static final Duration MISSED = Duration.ofSeconds(1);

    private static final Duration BEYOND = Duration.ofMillis(500);

    private FaceTracks() {}

    /**
     * Where a face is proposed to be hidden.
     *
     * @param track the same number for what seems to be one face, from 1
     * @param mask in pixels of the original
     * @param seen in how many pictures it was seen during the mask; a single one is often no face
     */
    public record Proposal(int track, Mask mask, int seen) {}

    /** Masks for what was found, by time. */
    public static List<Proposal> propose(List<ViewCopy.Found> found, int width, int height) {
        List<Track> live = new ArrayList<>();
        List<Proposal> all = new ArrayList<>();
        int tracks = 0;
        for (ViewCopy.Found picture : found) {
            for (Track track : List.copyOf(live)) {
                if (picture.time().minus(track.last).compareTo(MISSED) > 0) {
                    all.add(track.proposal(width, height));
                    live.remove(track);
                }
            }
            for (FaceBox face : picture.faces()) {
                Track same = nearest(live, face);
                if (same == null) {
                    live.add(new Track(++tracks, face, picture.time()));
                } else if (picture.time().minus(same.first).compareTo(LONGEST) >= 0) {
                    all.add(same.proposal(width, height));
                    live.set(live.indexOf(same), new Track(same.number, face, picture.time()));
                } else {
                    same.add(face, picture.time());
                }
            }
        }
        live.forEach(track -> all.add(track.proposal(width, height)));
        all.sort(Comparator.comparing((Proposal p) -> p.mask().from()).thenComparing(Proposal::track));
        return all;
    }

    private static Track nearest(List<Track> live, FaceBox face) {
        Track nearest = null;
        double best = Double.MAX_VALUE;
        for (Track track : live) {
            double distance = Math.hypot(
                    centre(track.latest.left(), track.latest.width()) - centre(face.left(), face.width()),
                    centre(track.latest.top(), track.latest.height()) - centre(face.top(), face.height()));
            int size = Math.max(track.latest.width(), face.width());
            if (distance <= size && distance < best) {
                best = distance;
                nearest = track;
            }
        }
        return nearest;
    }

    private static double centre(int from, int length) {
        return from + length / 2.0;
    }

    private static final class Track {
        private final int number;
        private final Duration first;
        private Duration last;
        private FaceBox latest;
        private int left;
        private int top;
        private int right;
        private int bottom;
        private int seen = 1;

        Track(int number, FaceBox face, Duration time) {
            this.number = number;
            first = time;
            last = time;
            latest = face;
            left = face.left();
            top = face.top();
            right = face.left() + face.width();
            bottom = face.top() + face.height();
        }

        void add(FaceBox face, Duration time) {
            // The same face may be found twice in one picture, by two cascades.
            seen += time.equals(last) ? 0 : 1;
            last = time;
            latest = face;
            left = Math.min(left, face.left());
            top = Math.min(top, face.top());
            right = Math.max(right, face.left() + face.width());
            bottom = Math.max(bottom, face.top() + face.height());
        }

        Proposal proposal(int width, int height) {
            int across = (right - left) / 4;
            int down = (bottom - top) / 4;
            int fromX = Math.max(0, left - across);
            int fromY = Math.max(0, top - down);
            Duration from = first.compareTo(BEYOND) > 0 ? first.minus(BEYOND) : Duration.ZERO;
            return new Proposal(
                    number,
                    new Mask(
                            fromX,
                            fromY,
                            Math.max(1, Math.min(width, right + across) - fromX),
                            Math.max(1, Math.min(height, bottom + down) - fromY),
                            from,
                            last.plus(BEYOND)),
                    seen);
        }
    }
}
