package vn.vigil.people;

import java.util.Locale;
import vn.vigil.base.MessageKey;

/** Whether a key may sign. The words are stable and never translated. */
public enum KeyState implements MessageKey {
    ACTIVE,
    /** A newer certificate of the same member has taken its place. */
    SUPERSEDED,
    /** Its certificate does not count yet. */
    NOT_YET,
    EXPIRED,
    REVOKED;

    /** {@code "not-yet"}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String catalogue() {
        return "key-state";
    }
}
