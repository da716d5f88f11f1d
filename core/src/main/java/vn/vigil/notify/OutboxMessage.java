package vn.vigil.notify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/**
 * One message to one place, not yet in the outbox.
 *
 * @param key names what is told to whom, with the version of it: {@code camera-alert/gate-2/17/mail/an@example.vn}. The same key
 *     never makes a second message. At most 300 characters
 * @param recipient mail: the address; command: the program's one argument, may be empty; webhook: empty
 * @param subject mail: one line, other channels: empty. Line ends and control characters are taken out, 200 characters kept
 * @param body mail: plain text, of which {@value #MAX_TEXT} characters are kept; else JSON, handed on as it is
 * @param notBefore not to be sent earlier; null: at once
 */
public record OutboxMessage(
        String key, Channel channel, String recipient, String subject, String body, Instant notBefore) {
    private static final int MAX_KEY = 300;
    private static final int MAX_SUBJECT = 200;
    private static final int MAX_TEXT = 16_000;
    private static final int MAX_JSON_BYTES = 64 * 1024;

    /** @throws VigilException USAGE when JSON is longer than 64 KiB: cut, it would be none */
    public OutboxMessage {
        key = Plain.line(key, MAX_KEY + 1);
        if (key.isEmpty() || key.length() > MAX_KEY) { // cut, two keys could become one
            throw new IllegalArgumentException("no key, or a key of over " + MAX_KEY + " characters");
        }
        recipient = Plain.line(recipient, MAX_KEY);
        subject = Plain.line(subject, MAX_SUBJECT);
        if (channel == Channel.MAIL) {
            body = Plain.lines(body, MAX_TEXT);
        } else if (body.getBytes(StandardCharsets.UTF_8).length > MAX_JSON_BYTES) {
            throw new VigilException(ErrorKind.USAGE, "VG-NOTIFY-TOO-LONG", NotifyText.TOO_LONG.with(MAX_JSON_BYTES));
        } else if (body.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("no JSON: it holds a NUL");
        }
    }

    /** A mail. A recipient that is no usable address does not throw here: the message fails, visibly, when it is sent. */
    public static OutboxMessage mail(String key, String recipient, String subject, String text) {
        return new OutboxMessage(key, Channel.MAIL, recipient, subject, text, null);
    }

    /** A POST to the webhook. */
    public static OutboxMessage webhook(String key, String json) {
        return new OutboxMessage(key, Channel.WEBHOOK, "", "", json, null);
    }

    /**
     * A run of the command.
     *
     * @param recipient whom to tell, in the program's own terms (a telephone number, say); empty: no argument
     */
    public static OutboxMessage command(String key, String recipient, String json) {
        return new OutboxMessage(key, Channel.COMMAND, recipient, "", json, null);
    }

    /** The same, not to be sent before this moment. */
    public OutboxMessage notBefore(Instant time) {
        return new OutboxMessage(key, channel, recipient, subject, body, time);
    }
}
