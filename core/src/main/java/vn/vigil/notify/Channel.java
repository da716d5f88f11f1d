package vn.vigil.notify;

/** A way to reach people. */
public enum Channel {
    /** A mail to one address. */
    MAIL("mail"),
    /** A POST of JSON to the one address of the settings. */
    WEBHOOK("webhook"),
    /** A run of the one program of the settings, with JSON on its standard input. */
    COMMAND("command");

    private final String word;

    Channel(String word) {
        this.word = word;
    }

    /** The word in the store and in machine forms. */
    public String word() {
        return word;
    }

    static Channel of(String word) {
        for (Channel c : values()) {
            if (c.word.equals(word)) {
                return c;
            }
        }
        throw new IllegalStateException("no channel " + word);
    }
}
