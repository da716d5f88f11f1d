package vn.vigil.roster.book;

import vn.vigil.base.MessageKey;

/** How strictly a rule binds. */
public enum RuleMode implements MessageKey {
    /** No roster may break it. */
    HARD,
    /** Breaking it costs its weight. */
    SOFT,
    OFF;

    /** The mode of a word such as {@code hard}; null when there is none. */
    public static RuleMode of(String word) {
        for (RuleMode mode : values()) {
            if (mode.id().equals(word)) {
                return mode;
            }
        }
        return null;
    }

    @Override
    public String catalogue() {
        return "rule-mode";
    }
}
