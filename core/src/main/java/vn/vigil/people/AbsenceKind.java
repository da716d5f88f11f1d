package vn.vigil.people;

import java.util.Locale;

/** Why somebody is away. The words are stable and never translated. */
public enum AbsenceKind {
    LEAVE,
    SICK,
    /** Away on duty (đi công tác). */
    MISSION,
    /** Training, a course. */
    STUDY,
    OTHER;

    /** {@code "leave"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static AbsenceKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
