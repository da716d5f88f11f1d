package vn.vigil.people;

/** In what capacity somebody acts for an office (A11). */
public enum Capacity {
    /** Holds the office. */
    HOLDER,
    /** The team deputy while the leader is away; no authorisation is needed (clause 8.2a). */
    IN_ABSENCE,
    /** By a written delegation (clause 6.2b; Decree 30/2020, article 13). */
    DELEGATED;

    /** {@code "in-absence"}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
