package vn.vigil.people;

import java.util.Locale;

/** Whose people a member is of. The words are stable and never translated. */
public enum MemberKind {
    /** Of the house: part-timers with office hours (clause 3a). */
    STAFF,
    /** The building's guards (bảo vệ cơ quan), outside staff who fill watches and hold no office hours. */
    GUARD;

    /** {@code "staff"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Null when there is none of that word. */
    public static MemberKind of(String word) {
        for (MemberKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
