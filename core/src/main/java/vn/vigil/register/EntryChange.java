package vn.vigil.register;

import java.time.LocalDate;
import java.util.List;

/**
 * What to put right about a document; null leaves a value as it is, an empty text clears one that may be absent.
 *
 * @param number only for a number that was given outside: an own one stays with its document
 * @param date within the same year for an own number
 */
public record EntryChange(
        String number,
        LocalDate date,
        String title,
        String signer,
        List<String> recipients,
        String holder,
        Integer copies,
        LocalDate sent,
        String receipt,
        String note) {
    public EntryChange {
        recipients = recipients == null ? null : List.copyOf(recipients);
    }
}
