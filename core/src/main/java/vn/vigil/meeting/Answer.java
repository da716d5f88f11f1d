package vn.vigil.meeting;

import vn.vigil.base.MessageKey;

/** What became of a proposal. */
public enum Answer implements MessageKey {
    ACCEPTED,
    /** In part, or on a condition that the words name. */
    PARTLY,
    REFUSED;

    static Answer of(String word) {
        for (Answer answer : values()) {
            if (answer.id().equals(word)) {
                return answer;
            }
        }
        throw new IllegalArgumentException(word);
    }

    @Override
    public String catalogue() {
        return "meeting-answer";
    }
}
