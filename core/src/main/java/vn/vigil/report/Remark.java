package vn.vigil.report;

import vn.vigil.base.CaseId;
import vn.vigil.base.MessageKey;

/**
 * What a person says in a report beside its figures.
 *
 * @param period key of the period
 */
public record Remark(CaseId id, String period, Section section, String words) {
    /** Where it stands. */
    public enum Section implements MessageKey {
        /** What is asked of the board, on the first page. */
        ASK,
        /** What was done. */
        DONE,
        /** What was not done (clause 8.4f: never left out). */
        NOT_DONE,
        /** Why. */
        CAUSE,
        /** What comes next. */
        NEXT;

        @Override
        public String catalogue() {
            return "report-section";
        }
    }

    static Remark of(ReportEntry e) {
        Section section = null;
        for (Section one : Section.values()) {
            section = one.id().equals(e.text("section")) ? one : section;
        }
        return new Remark(e.subject(), e.text("period"), section, e.text("words"));
    }
}
