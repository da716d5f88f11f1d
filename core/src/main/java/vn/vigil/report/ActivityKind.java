package vn.vigil.report;

import vn.vigil.base.MessageKey;

/** What the team does with the staff. */
public enum ActivityKind implements MessageKey {
    /** Law and house rules made known (clause 7.1a). */
    PROPAGANDA,
    /** Legal education (clause 7.1c). */
    LEGAL_EDUCATION,
    /** Moving people into the movement, and to sign pledges (clauses 7.1c, 8.3c). */
    MOBILISATION,
    /** Reminders (clause 7.4a). */
    REMINDER;

    @Override
    public String catalogue() {
        return "report-activity";
    }
}
