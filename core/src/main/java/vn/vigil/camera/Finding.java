package vn.vigil.camera;

import java.util.Locale;

/** What can be wrong with a camera. The words of the machine form; never translated. */
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
    BUSY,
    REPLACED,
    NOT_ONVIF;

    /** {@code "no-picture"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
