package vn.vigil.roster.book;

import vn.vigil.base.MessageKey;

/** Why somebody is away. */
public enum LeaveKind implements MessageKey {
    ANNUAL,
    SICK,
    /** On business for the organisation. */
    BUSINESS,
    MATERNITY,
    OTHER;

    /** The kind of a word such as {@code sick}; null when there is none. */
    public static LeaveKind of(String word) {
        for (LeaveKind kind : values()) {
            if (kind.id().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    @Override
    public String catalogue() {
        return "leave-kind";
    }
}
