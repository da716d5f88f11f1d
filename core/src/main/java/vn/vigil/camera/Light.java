package vn.vigil.camera;

import java.util.Locale;

/** Day and night are two cameras: told by the picture, since clocks know neither weather nor lamps nor infrared light. */
public enum Light {
    DAY,
    /** Infrared, without colour; or nearly no light. */
    NIGHT;

    /** {@code "day"}: the word of the machine form. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
