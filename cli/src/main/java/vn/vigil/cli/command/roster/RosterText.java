package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;

/** Headings and sentences of the roster's verbs. */
enum RosterText implements MessageKey {
    ID,
    NAME,
    OFFICES,
    LOGIN,
    PHONE,
    EMAIL,
    LANGUAGE,
    FROM,
    UNTIL,
    CERTIFICATE,
    ADDED,
    WOULD_ADD,
    CORRECTED,
    WOULD_CORRECT,
    UNCHANGED,
    BAD_ID,
    BAD_ID_WHY;

    @Override
    public String catalogue() {
        return "cli-roster";
    }
}
