package vn.vigil.incident;

import vn.vigil.base.MessageKey;

/** How somebody was told. */
public enum Way implements MessageKey {
    /** By vigil, through the channels of the settings. */
    MESSAGE,
    PHONE,
    IN_PERSON,
    RADIO,
    PAPER;

    @Override
    public String catalogue() {
        return "incident-way";
    }
}
