package vn.vigil.camera;

import java.util.Locale;

/** What can be wrong with a camera. The words of the machine form; never translated. The store keeps their
 * order as bits: new ones go to the end once this order was released. */
public enum Finding {
    UNREACHABLE,
    REFUSED,
    NO_STREAM,
    NO_PICTURE,
    FROZEN,
    BLACK,
    COVERED,
    DEFOCUSED,
    MOVED,
    COLOUR_CAST,
    NOISY,
    LOW_FRAME_RATE,
    LOW_BITRATE,
    LOSS,
    CLOCK_WRONG,
    /** The recorder holds nothing of the last while. */
    NOT_RECORDING,
    /** The recorder keeps recordings for fewer days than were promised. */
    RETENTION_SHORT,
    BUSY,
    REPLACED,
    NOT_ONVIF;

    /** {@code "no-picture"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
