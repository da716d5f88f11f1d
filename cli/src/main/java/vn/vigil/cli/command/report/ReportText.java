package vn.vigil.cli.command.report;

import vn.vigil.base.MessageKey;

/** Sentences of {@code vigil report}. */
enum ReportText implements MessageKey {
    KIND,
    SUBJECT,
    SINCE,
    TEXT,
    SEVERITY,
    POINT,
    FOUND,
    PLACE,
    SOURCE,
    WARNING,
    CRITICAL,
    IN_ORDER,
    JUDGED,
    NOT_JUDGED;

    @Override
    public String catalogue() {
        return "cli-report";
    }
}
