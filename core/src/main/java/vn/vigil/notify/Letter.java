package vn.vigil.notify;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/**
 * A message of the outbox as a mail (RFC 5322). Sending it again gives the same Message-ID and Date, by which mail programs
 * show a second copy as the same.
 */
final class Letter extends MimeMessage {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final String messageId;

    /** @param from an address of usable form, as the recipient's is */
    Letter(Session session, OutboxEntry entry, String from) throws MessagingException {
        super(session);
        messageId = "<" + entry.id() + "." + distinct(entry) + "@" + MailAddress.domain(from) + ">";
        setFrom(new InternetAddress(from, true));
        setRecipient(Message.RecipientType.TO, new InternetAddress(entry.recipient(), true));
        setSubject(entry.subject(), "UTF-8");
        setHeader("Date", DATE.format(entry.created()));
        // Keeps holiday notices and other machines from answering (RFC 3834).
        setHeader("Auto-Submitted", "auto-generated");
        if (entry.files().isEmpty()) {
            setText(entry.body(), "UTF-8", "plain");
            setHeader("Content-Transfer-Encoding", "base64");
        } else {
            setContent(parts(entry));
        }
        saveChanges();
    }

    /** The text, beside it an invitation as mail programs look for it, and the files. */
    private static MimeMultipart parts(OutboxEntry entry) throws MessagingException {
        MimeMultipart mixed = new MimeMultipart("mixed");
        MimeMultipart readings = new MimeMultipart("alternative");
        MimeBodyPart text = new MimeBodyPart();
        text.setText(entry.body(), "UTF-8", "plain");
        text.setHeader("Content-Transfer-Encoding", "base64");
        readings.addBodyPart(text);
        MimeBodyPart first = new MimeBodyPart();
        first.setContent(readings);
        mixed.addBodyPart(first);
        for (Attachment file : entry.files()) {
            if (file.calendar()) {
                readings.addBodyPart(part(file));
            }
            MimeBodyPart attached = part(file);
            attached.setDisposition(Part.ATTACHMENT);
            attached.setFileName(file.name());
            mixed.addBodyPart(attached);
        }
        return mixed;
    }

    private static MimeBodyPart part(Attachment file) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.mediaType())));
        part.setHeader("Content-Type", file.mediaType());
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** Two stores of one site both begin to count at 1. */
    private static String distinct(OutboxEntry entry) {
        try {
            String all = entry.created().toEpochMilli() + " " + entry.key();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 10);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
