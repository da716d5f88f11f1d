package vn.vigil.extract;

/** How far a request has come. */
public enum ExtractState {
    /** Filed; nobody has decided. */
    REQUESTED,
    /** Another person than the requester has allowed it; not yet used. */
    APPROVED,
    /** Decided against; stays on record. */
    REFUSED,
    /** Its package lies sealed in the packages folder; the approval is used up. */
    DONE;

    /** The word in listings and JSON. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
