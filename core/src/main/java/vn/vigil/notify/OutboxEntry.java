package vn.vigil.notify;

import java.time.Instant;
import java.util.List;

/**
 * A message as it lies in the outbox.
 *
 * @param id 1, 2, 3, … in the order of writing
 * @param created when it was written; the date of a mail
 * @param queued since when it waits, or waited: writing, the earliest time it was wanted, or the last resending
 * @param notBefore the earliest next attempt
 * @param lastAttempt null before the first
 * @param fault how the last attempt failed; null when it did not, or there was none
 * @param sent null unless {@link OutboxState#SENT}
 * @param files that go with a mail; read only when it is sent
 */
public record OutboxEntry(
        long id,
        String key,
        Channel channel,
        String recipient,
        String subject,
        String body,
        Instant created,
        Instant queued,
        Instant notBefore,
        int attempts,
        Instant lastAttempt,
        Fault fault,
        OutboxState state,
        Instant sent,
        List<Attachment> files) {
    /** The same with its files. */
    OutboxEntry with(List<Attachment> found) {
        return new OutboxEntry(
                id,
                key,
                channel,
                recipient,
                subject,
                body,
                created,
                queued,
                notBefore,
                attempts,
                lastAttempt,
                fault,
                state,
                sent,
                found);
    }
}
