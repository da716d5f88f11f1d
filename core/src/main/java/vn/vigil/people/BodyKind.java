package vn.vigil.people;

import java.util.Locale;

/** What an outside body is called for. The words are stable and never translated. */
public enum BodyKind {
    /** The building's guards (bảo vệ cơ quan). */
    GUARD,
    POLICE,
    FIRE,
    MEDICAL,
    OTHER;

    /** {@code "guard"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static BodyKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
