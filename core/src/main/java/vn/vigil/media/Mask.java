package vn.vigil.media;

import java.time.Duration;

/**
 * A rectangle that hides what is under it, for a time.
 *
 * @param left first column that is hidden, in pixels of the original picture; 0 or more
 * @param top first row, likewise
 * @param width columns, 1 or more; what lies outside the picture is cut off
 * @param height rows, likewise
 * @param from since the clip's first picture; zero or more
 * @param to the first moment that is no longer hidden, likewise; null: to the end
 */
public record Mask(int left, int top, int width, int height, Duration from, Duration to) {
    public Mask {
        boolean inPicture = left >= 0 && top >= 0 && left < Sps.MAX_SIDE && top < Sps.MAX_SIDE;
        boolean hides = width > 0 && height > 0 && width <= Sps.MAX_SIDE && height <= Sps.MAX_SIDE;
        if (!inPicture || !hides || from.isNegative() || to != null && to.compareTo(from) <= 0) {
            throw new IllegalArgumentException("a mask outside its limits");
        }
    }

    /** Whether it hides anything of the picture at that time. */
    public boolean covers(Duration time) {
        return time.compareTo(from) >= 0 && (to == null || time.compareTo(to) < 0);
    }

    /** How hidden pixels are replaced; either way nothing of them is left to compute them from. */
    public enum Style {
        /** By nothing: black. Says not even what moved there. */
        BLACK,
        /** By few large squares, each of its mean colour: that somebody is there and moves stays visible. */
        PIXELATE
    }
}
