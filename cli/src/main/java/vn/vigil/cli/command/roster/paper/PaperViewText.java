package vn.vigil.cli.command.roster.paper;

import vn.vigil.base.MessageKey;

/** Sentences of the verbs that put rosters on paper. */
enum PaperViewText implements MessageKey {
    WRITTEN,
    REPLACED,
    UNCHANGED,
    WOULD_WRITE,
    WOULD_REPLACE,
    IMPORTED,
    WOULD_IMPORT,
    IMPORT_UNCHANGED,
    IMPORT_NEXT,
    NUMBERED,
    WOULD_NUMBER,
    NUMBER_UNCHANGED,
    SCANNED,
    WOULD_SCAN,
    SCAN_UNCHANGED,
    NOTICE_NEXT,
    WHICH_DAYS,
    WHICH_DAYS_WHY,
    BAD_MONTH,
    BAD_MONTH_WHY,
    BAD_REMIND,
    ONE_OF,
    ONLY_FOR,
    TO_TERMINAL,
    TO_TERMINAL_NEXT,
    NO_JSON_TO_STDOUT,
    NO_EACH_TO_STDOUT,
    SHEET_FORMAT,
    SIGNER_WITHOUT_SCAN;

    @Override
    public String catalogue() {
        return "cli-roster-paper";
    }
}
