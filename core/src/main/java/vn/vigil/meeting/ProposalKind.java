package vn.vigil.meeting;

import vn.vigil.base.MessageKey;

/** What is proposed. */
public enum ProposalKind implements MessageKey {
    /** Money (clause 7.3d). */
    BUDGET,
    /** New cameras, from surveys (clause 8.4h). */
    CAMERA,
    MAINTENANCE,
    /** Rewards (clauses 6.1c, 10a). */
    COMMENDATION,
    /** Handling of breaches (clause 10b). */
    DISCIPLINE,
    /** What workers rightly wish for (clause 7.5b). */
    WISH;

    static ProposalKind of(String word) {
        for (ProposalKind kind : values()) {
            if (kind.id().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(word);
    }

    @Override
    public String catalogue() {
        return "meeting-proposal";
    }
}
