package vn.vigil.upkeep;

import java.util.Locale;

/** How much a position needs its camera, the most first. The words are stable and never translated. */
public enum Priority {
    HIGH,
    MEDIUM,
    LOW;

    /** {@code "high"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Priority of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
