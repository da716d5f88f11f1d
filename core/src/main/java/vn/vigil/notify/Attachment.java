package vn.vigil.notify;

/**
 * A file that goes with a mail.
 *
 * @param name of the file, one line; at most 120 characters are kept
 * @param mediaType with its parameters: {@code text/calendar; method=REQUEST; charset=UTF-8}
 * @param bytes not copied: nobody may change them; at most 5 MiB
 */
public record Attachment(String name, String mediaType, byte[] bytes) {
    private static final int MAX_NAME = 120;
    private static final int MAX_BYTES = 5 << 20;

    public Attachment {
        name = Plain.line(name, MAX_NAME);
        if (!mediaType.matches("[a-z]+/[a-z0-9.+-]+(; [a-z]+=[A-Za-z0-9-]+)*") || bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException("attachment " + name + ": " + mediaType);
        }
    }

    /** Whether mail programs are to offer it as an invitation (RFC 6047 §2.4). */
    boolean calendar() {
        return mediaType.startsWith("text/calendar");
    }
}
