package vn.vigil.intake;

import vn.vigil.base.MessageKey;

/** What the sheet of people tells; the words are those of the members' own import. */
enum PersonColumn implements MessageKey {
    NAME,
    PHONE,
    OFFICES,
    EMAIL,
    ID,
    FROM,
    UNTIL,
    LOGIN,
    LANGUAGE,
    KIND,
    CONSENT;

    @Override
    public String catalogue() {
        return "intake-person";
    }
}
