package vn.vigil.notify;

/**
 * Where each channel leads, as the settings say. Each gives null for a channel that is not set, and may throw what the record's
 * constructor throws.
 */
public interface Targets {
    /** The server that mail is handed to. */
    MailServer mail();

    /** The address that events are posted to. */
    Webhook webhook();

    /** The program that is run. */
    CommandHook command();
}
