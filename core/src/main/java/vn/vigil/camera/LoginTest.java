package vn.vigil.camera;

import vn.vigil.base.CameraId;

/**
 * How a login fared when it was tried once.
 *
 * @param camera at which camera
 * @param user which user, or null when the inventory has none
 * @param answer what came of it
 * @param settled what became of a new password of which nobody knew whether the device had taken it
 */
public record LoginTest(CameraId camera, String user, Answer answer, Settlement settled) {
    /** The words of the machine form, with {@code -} for {@code _}. */
    public enum Answer {
        ACCEPTED,
        /** Accepted when the login was made by our own clock: the device tells another time than it judges by. */
        ACCEPTED_BY_OWN_CLOCK,
        /** The device lets everybody in and asks for no login. */
        NOT_ASKED,
        REFUSED,
        /** Refused, and the device says that it locks callers out. */
        LOCKED,
        /** Not tried: it was refused before, and nobody changed or released it. */
        QUARANTINED,
        /** Not tried: the inventory has no login, or no password for it. */
        NO_LOGIN,
        /** Not offered: the device takes it only in a way that is not allowed, such as Basic over a plain connection. */
        NOT_OFFERED,
        UNREACHABLE,
        /** Something answers, but nothing that could be understood. */
        UNCLEAR,
        /** Not tried: a rehearsal contacts nobody. */
        NOT_TRIED;

        /** Whether the login is good. */
        public boolean good() {
            return this == ACCEPTED || this == ACCEPTED_BY_OWN_CLOCK || this == NOT_ASKED;
        }

        /** Whether the device judged the login bad just now. */
        boolean bad() {
            return this == REFUSED || this == LOCKED;
        }
    }

    /** The end of a change of password that was interrupted. */
    public enum Settlement {
        /** There was none. */
        NONE,
        /** The device has the new password, and so has the vault now. */
        NEW,
        /** The device still has the old password; the new one is forgotten. */
        OLD,
        /** Still not known; both are kept. */
        OPEN
    }
}
