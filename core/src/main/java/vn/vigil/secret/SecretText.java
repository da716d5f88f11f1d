package vn.vigil.secret;

import vn.vigil.base.MessageKey;

/** What this package says. */
enum SecretText implements MessageKey {
    NO_SECRET,
    DAMAGED,
    DAMAGED_WHY,
    DAMAGED_NEXT,
    NO_KEY,
    NO_KEY_WHY,
    BAD_KEY,
    BAD_KEY_WHY,
    CANNOT_WRITE,
    CANNOT_READ;

    @Override
    public String catalogue() {
        return "secret";
    }
}
