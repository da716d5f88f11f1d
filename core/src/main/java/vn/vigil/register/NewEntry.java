package vn.vigil.register;

import java.time.LocalDate;
import java.util.List;

/**
 * A document to be numbered.
 *
 * @param key what the document is to vigil, {@code roster/2026-12/r1}: one key has one number for ever
 * @param date the document's day, in the site's zone; null: today, or the day under which the key is entered
 * @param title kind and abstract: {@code Thông báo phân công trực tháng 12 năm 2026}
 * @param signer as printed
 * @param recipients at least one
 * @param holder who keeps the file copy, or null
 * @param copies or null
 * @param sent the day it was sent, or null
 * @param receipt or null
 * @param note or null
 */
public record NewEntry(
        String key,
        LocalDate date,
        String title,
        String signer,
        List<String> recipients,
        String holder,
        Integer copies,
        LocalDate sent,
        String receipt,
        String note) {
    public NewEntry {
        recipients = List.copyOf(recipients);
    }

    /** Nothing said of file copy, copies, sending, receipt and note. */
    public NewEntry(String key, LocalDate date, String title, String signer, List<String> recipients) {
        this(key, date, title, signer, recipients, null, null, null, null, null);
    }
}
