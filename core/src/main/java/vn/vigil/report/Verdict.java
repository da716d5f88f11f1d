package vn.vigil.report;

import vn.vigil.base.MessageKey;

/** Whether a figure reached its target; in words, never by colour. */
public enum Verdict implements MessageKey {
    MET,
    MISSED,
    /** There is no figure, or too few cases for a share. */
    NOT_JUDGED;

    @Override
    public String catalogue() {
        return "report-verdict";
    }
}
