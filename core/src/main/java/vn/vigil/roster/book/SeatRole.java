package vn.vigil.roster.book;

import vn.vigil.base.MessageKey;

/** What the holder of a seat is there for. */
public enum SeatRole implements MessageKey {
    /** Watches the pictures. */
    WATCHER,
    /** Leads the shift and decides (lãnh đạo trực); by custom by telephone. */
    LEAD;

    /** The role of a word such as {@code lead}; null when there is none. */
    public static SeatRole of(String word) {
        for (SeatRole role : values()) {
            if (role.id().equals(word)) {
                return role;
            }
        }
        return null;
    }

    @Override
    public String catalogue() {
        return "seat-role";
    }
}
