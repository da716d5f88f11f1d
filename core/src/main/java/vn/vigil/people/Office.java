package vn.vigil.people;

import vn.vigil.base.MessageKey;

/**
 * The offices of the model, held by date. The steering committee (Ban Chỉ đạo) and the core team (Tổ nòng cốt) are those of
 * the regulation's articles 5–8; the board (Ban Giám đốc) stands above both.
 */
public enum Office implements MessageKey {
    STEERING_HEAD,
    STEERING_DEPUTY,
    STEERING_MEMBER,
    TEAM_LEADER,
    TEAM_DEPUTY,
    TEAM_MEMBER,
    SECRETARY,
    /** The board of directors, which asks for footage to be released and approves it (clause 7.3c, A6). */
    BOARD,
    /** Runs extractions. */
    OPERATOR,
    /** Keeps vigil itself: members, cameras, keys. No office of the regulation. */
    ADMINISTRATOR;

    /** The office of a word such as {@code team-leader}; null when there is none. */
    public static Office of(String word) {
        for (Office office : values()) {
            if (office.id().equals(word)) {
                return office;
            }
        }
        return null;
    }

    /** The catalogue of names; {@link #id()} is the word on the command line and in the store. */
    @Override
    public String catalogue() {
        return "office";
    }
}
