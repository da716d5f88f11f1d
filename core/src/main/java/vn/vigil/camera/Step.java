package vn.vigil.camera;

import java.util.Locale;

/** The steps of a conversation with a camera, in their order. The first that fails is the broken one. */
public enum Step {
    TCP,
    CLOCK,
    AUTH,
    DESCRIBE,
    SETUP,
    PLAY,
    /** Packets of video; anything else on the connection does not count. */
    PACKETS,
    KEY_FRAME,
    DECODE,
    /** The picture is here, and the judge finds fault with it. */
    JUDGE;

    /** {@code "key-frame"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
