package vn.vigil.incident;

import java.util.Locale;

/** How grave an incident is. */
public enum Gravity {
    LOW,
    MEDIUM,
    HIGH;

    /** {@code "low"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The gravity of a word; null when there is none. */
    public static Gravity of(String word) {
        for (Gravity g : values()) {
            if (g.word().equals(word)) {
                return g;
            }
        }
        return null;
    }
}
