package vn.vigil.extract;

/** How far a request has come. */
public enum ExtractState {
    /** Filed; nobody has decided. */
    REQUESTED,
    /** Another person than the requester has allowed it; not yet used. */
    APPROVED,
    /** Decided against; stays on record. */
    REFUSED,
    /** Taken back before it was run; stays on record. */
    WITHDRAWN,
    /** Its package lies sealed in the packages folder; the approval is used up. */
    DONE,
    /** Handed over, with a record. */
    DELIVERED,
    /** The recipient's code came for every part. */
    RECEIVED,
    /** What it led to is on record. */
    CLOSED;

    /** The word in listings and JSON. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The state of a word; null when there is none. */
    public static ExtractState of(String word) {
        for (ExtractState s : values()) {
            if (s.word().equals(word)) {
                return s;
            }
        }
        return null;
    }

    /** Its package is made. */
    public boolean isSealed() {
        return compareTo(DONE) >= 0;
    }

    /** Somebody still has to do something. */
    public boolean isOpen() {
        return this != REFUSED && this != WITHDRAWN && this != CLOSED;
    }
}
