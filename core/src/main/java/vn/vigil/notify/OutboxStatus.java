package vn.vigil.notify;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * How the outbox stands.
 *
 * @param oldestQueued since when the longest waiting message waits; null when none waits. Messages wanted for a later time do
 *     not count
 * @param latestFailed the last attempt at the message that was given up last; null when none was
 * @param stopped channels whose login was refused; nothing goes out there until the login is changed or a message is resent
 */
public record OutboxStatus(
        long queued, long sent, long failed, Instant oldestQueued, Instant latestFailed, Set<Channel> stopped) {
    /** How long the longest waiting message has waited; zero when none waits. */
    public Duration oldestAge(Instant now) {
        return oldestQueued == null || oldestQueued.isAfter(now) ? Duration.ZERO : Duration.between(oldestQueued, now);
    }
}
