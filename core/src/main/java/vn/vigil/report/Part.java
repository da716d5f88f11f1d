package vn.vigil.report;

import vn.vigil.base.MessageKey;

/** What the figures are about, in the order of a report. */
public enum Part implements MessageKey {
    CAMERAS,
    WATCH,
    INCIDENTS,
    EXTRACTIONS,
    MEETINGS,
    ACTIONS,
    UPKEEP,
    OUTREACH,
    COOPERATION;

    @Override
    public String catalogue() {
        return "report-part";
    }
}
