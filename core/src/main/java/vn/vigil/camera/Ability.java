package vn.vigil.camera;

import java.util.Locale;

/** What a driver can do for a camera. The words of the machine form; never translated. */
public enum Ability {
    /** A live picture. */
    LIVE,
    /** The device says what it is. */
    DEVICE,
    /** The device says what it thinks the time is. */
    CLOCK,
    /** The device says by which time servers it goes. */
    NTP,
    /** Something says what is recorded, and when. */
    RECORDINGS,
    /** What is recorded can be fetched. */
    REPLAY,
    /** The device says how its disks are. */
    STORAGE,
    /** The device lists who may log in. */
    ACCOUNTS,
    /** The device lets its password be changed. */
    PASSWORD;

    /** {@code "recordings"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
