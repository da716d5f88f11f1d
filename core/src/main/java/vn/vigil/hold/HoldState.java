package vn.vigil.hold;

import vn.vigil.base.MessageKey;

/** How far footage is secured. {@link #id()} is the word of the machine form. */
public enum HoldState implements MessageKey {
    /** Not secured, or not all of it: it is still to be fetched. */
    PENDING,
    /** All of it that the recorder holds lies here, encrypted. */
    COPIED,
    /** None of it can be had any more: gone before it was copied, or the copy no longer holds. */
    LOST,
    /** Let go: the copy was erased, the record stays. */
    RELEASED;

    /** The state of a word; null when there is none. */
    public static HoldState of(String word) {
        for (HoldState state : values()) {
            if (state.id().equals(word)) {
                return state;
            }
        }
        return null;
    }

    @Override
    public String catalogue() {
        return "hold-state";
    }
}
