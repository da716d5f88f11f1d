package vn.vigil.notify;

/** Where a message stands. */
public enum OutboxState {
    /** Waits to be sent, for the first time or again. */
    QUEUED("queued"),
    /** The other side has taken it. Whether anybody reads it is not known. */
    SENT("sent"),
    /** Given up: refused for good, or not taken within {@link Outbox#GIVE_UP_AFTER}. */
    FAILED("failed");

    private final String word;

    OutboxState(String word) {
        this.word = word;
    }

    /** The word in the store and in machine forms. */
    public String word() {
        return word;
    }

    static OutboxState of(String word) {
        for (OutboxState s : values()) {
            if (s.word.equals(word)) {
                return s;
            }
        }
        throw new IllegalStateException("no state " + word);
    }
}
