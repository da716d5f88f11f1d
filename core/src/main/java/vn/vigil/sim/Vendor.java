package vn.vigil.sim;

import java.util.Locale;

/** Whose own protocol a simulated camera speaks beside ONVIF. */
public enum Vendor {
    NONE,
    /** Hikvision as its cameras are: recordings' times are UTC, searches name a {@code trackIDList}. */
    HIKVISION,
    /** Hikvision as many recorders are: recordings' times are local, with a {@code Z} all the same; only {@code trackList} is known. */
    HIKVISION_LOCAL_TIME,
    DAHUA;

    /** As a person writes it: {@code hikvision-local-time}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What it calls its maker by ONVIF. */
    String maker() {
        return this == NONE ? "vigil" : this == DAHUA ? "Dahua" : "HIKVISION";
    }

    boolean isHikvision() {
        return this == HIKVISION || this == HIKVISION_LOCAL_TIME;
    }
}
