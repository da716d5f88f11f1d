package vn.vigil.evidence;

/** On whose behalf footage is asked for. Footage leaves only for the board or a State agency (clauses 7.3c, 8.4l). */
public enum Requester {
    /** The board of the body that runs the cameras. */
    BOARD("board"),
    /** A State agency with a written request. */
    STATE_AGENCY("state-agency"),
    /** Anybody else: always refused, with the reason. */
    PRIVATE("private");

    private final String word;

    Requester(String word) {
        this.word = word;
    }

    /** The word in commands and sheets. */
    public String word() {
        return word;
    }

    /** The requester of a word; null when there is none. */
    public static Requester of(String word) {
        for (Requester r : values()) {
            if (r.word.equals(word)) {
                return r;
            }
        }
        return null;
    }
}
