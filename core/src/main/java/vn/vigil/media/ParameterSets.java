package vn.vigil.media;

import vn.vigil.base.AccessUnit;
import vn.vigil.base.TrackFormat;

/**
 * What the parameter sets of H.264 (ITU-T H.264 §7.3.2) and H.265 (ITU-T H.265 §7.3.2) say. Pure; safe for use by several
 * threads; any bytes are allowed as input.
 */
public final class ParameterSets {
    private ParameterSets() {}

    /**
     * Facts of the first sequence parameter set.
     *
     * @param width in pixels, after cropping
     * @param height in pixels, after cropping
     * @param reorder how many pictures may have to be held back before output; -1 when the set does not say
     * @param framesPerSecond as the set claims it, 0 when it does not
     */
    public record Facts(int width, int height, int reorder, double framesPerSecond) {}

    /** @throws MediaException {@code MALFORMED}: no or unreadable sets, or pictures larger than 8192 × 8192; {@code UNSUPPORTED}: no video */
    public static Facts facts(TrackFormat format) {
        throw new UnsupportedOperationException();
    }

    /**
     * The track with the parameter sets that the unit carries in-band, when these differ from the track's: the clip being
     * written ends before this unit and a new file starts with it. Repeats of the known sets are no change.
     *
     * @return null when nothing changed, or the unit carries none
     */
    public static TrackFormat changed(TrackFormat format, AccessUnit unit) {
        throw new UnsupportedOperationException();
    }

    /** Whether the track has all the sets that decoding needs. True for audio. */
    public static boolean complete(TrackFormat format) {
        throw new UnsupportedOperationException();
    }
}
