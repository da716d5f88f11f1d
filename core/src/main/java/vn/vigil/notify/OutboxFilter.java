package vn.vigil.notify;

/**
 * Which messages to list.
 *
 * @param state null for all
 * @param channel null for all
 * @param limit the newest so many
 */
public record OutboxFilter(OutboxState state, Channel channel, int limit) {
    /** The newest messages of every kind. */
    public static OutboxFilter newest(int limit) {
        return new OutboxFilter(null, null, limit);
    }
}
