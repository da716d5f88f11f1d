package vn.vigil.upkeep;

import java.util.Locale;

/** Why work is done. The words are stable and never translated. */
public enum WorkKind {
    /** By plan, so that nothing breaks. */
    PREVENTIVE,
    /** Because something broke. */
    CORRECTIVE;

    /** {@code "preventive"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static WorkKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
