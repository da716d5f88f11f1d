package vn.vigil.notify;

/**
 * What a delivery did.
 *
 * @param busy another process is delivering; nothing was done here
 * @param sent taken by the other side
 * @param later failed and to be tried again
 * @param failed given up
 */
public record Delivery(boolean busy, int sent, int later, int failed) {
    static final Delivery BUSY = new Delivery(true, 0, 0, 0);
    static final Delivery NOTHING = new Delivery(false, 0, 0, 0);

    Delivery and(OutboxState ended) {
        return new Delivery(
                busy,
                sent + (ended == OutboxState.SENT ? 1 : 0),
                later + (ended == OutboxState.QUEUED ? 1 : 0),
                failed + (ended == OutboxState.FAILED ? 1 : 0));
    }
}
