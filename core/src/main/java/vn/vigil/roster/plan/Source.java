package vn.vigil.roster.plan;

import vn.vigil.base.MessageKey;

/** Where a seat's holder comes from. */
public enum Source implements MessageKey {
    PATTERN,
    SOLVER,
    MANUAL,
    SWAP,
    OVERRIDE,
    /** Taken over at once, in an emergency. */
    TAKE;

    /** The source of a word such as {@code solver}; null when there is none. */
    public static Source of(String word) {
        for (Source source : values()) {
            if (source.id().equals(word)) {
                return source;
            }
        }
        return null;
    }

    @Override
    public String catalogue() {
        return "duty-source";
    }
}
