package vn.vigil.notify;

/** How a mail connection is protected. */
public enum MailSecurity {
    /** Not at all: for a relay on this machine or in a network that is trusted. A password goes only to this machine. */
    NONE("none", 25),
    /** Begins plain and must turn to TLS before anything is said (RFC 3207). */
    STARTTLS("starttls", 587),
    /** TLS from the first byte (RFC 8314). */
    SMTPS("smtps", 465);

    private final String word;
    private final int port;

    MailSecurity(String word, int port) {
        this.word = word;
        this.port = port;
    }

    /** The word in the settings. */
    public String word() {
        return word;
    }

    /** The port when none is set. */
    public int port() {
        return port;
    }

    /** The one of that word; null when there is none. */
    public static MailSecurity of(String word) {
        for (MailSecurity s : values()) {
            if (s.word.equals(word)) {
                return s;
            }
        }
        return null;
    }
}
