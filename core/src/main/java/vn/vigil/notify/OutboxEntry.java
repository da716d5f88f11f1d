package vn.vigil.notify;

import java.time.Instant;

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
        Instant sent) {}
