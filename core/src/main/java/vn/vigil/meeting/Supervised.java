package vn.vigil.meeting;

import vn.vigil.base.MessageKey;

/** What the steering committee does about the core team, and who helps it. */
public enum Supervised implements MessageKey {
    /** The committee looked in (clause 5.2). */
    INSPECTION,
    /** The committee, or somebody above, said what is to be done (clauses 4a, 8.1e). */
    INSTRUCTION,
    /** A division helped (clauses 3c, 6.3b). */
    SUPPORT;

    static Supervised of(String word) {
        for (Supervised kind : values()) {
            if (kind.id().equals(word)) {
                return kind;
            }
        }
        throw new IllegalArgumentException(word);
    }

    @Override
    public String catalogue() {
        return "meeting-supervised";
    }
}
