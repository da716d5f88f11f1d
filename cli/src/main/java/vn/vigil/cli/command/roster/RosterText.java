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
    BAD_ID_WHY,
    KIND,
    CONSENT,
    HOURS,
    APPOINTED,
    WOULD_APPOINT,
    RELIEVED,
    WOULD_RELIEVE,
    ENDED,
    WOULD_END,
    HOURS_SET,
    WOULD_SET_HOURS,
    BY_SITE;

    @Override
    public String catalogue() {
        return "cli-roster";
    }
}
