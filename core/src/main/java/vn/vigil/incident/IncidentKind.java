package vn.vigil.incident;

import java.util.Locale;

/** The kinds of the regulation (clauses 2b, 7.4, 10b). The words are stable and never translated. */
public enum IncidentKind {
    /** Public order. */
    ORDER,
    THEFT,
    ACCIDENT,
    FIRE,
    TRAFFIC,
    SOCIAL_EVIL,
    /** Among staff: restricted. */
    CONFLICT,
    /** Against the law or the house's rules: restricted. */
    REGULATION_BREACH,
    OTHER;

    /** {@code "social-evil"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of a word; null when there is none. */
    public static IncidentKind of(String word) {
        for (IncidentKind kind : values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }
}
