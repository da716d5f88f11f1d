package vn.vigil.roster.plan;

/** What fills a roster. */
public enum Engine {
    /** The patterns alone. */
    PATTERN,
    /** The search alone. */
    SOLVE,
    /** The patterns where they cover lawfully, the search for the rest. */
    AUTO;

    /** The word on the command line and in the store. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
