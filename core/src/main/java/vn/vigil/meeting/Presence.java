package vn.vigil.meeting;

import vn.vigil.base.MessageKey;

/** How somebody took part. */
public enum Presence implements MessageKey {
    PRESENT,
    ONLINE,
    /** Away with a reason that was told. */
    EXCUSED,
    ABSENT;

    /** Whether they were there. */
    public boolean there() {
        return this == PRESENT || this == ONLINE;
    }

    static Presence of(String word) {
        for (Presence presence : values()) {
            if (presence.id().equals(word)) {
                return presence;
            }
        }
        throw new IllegalArgumentException(word);
    }

    @Override
    public String catalogue() {
        return "meeting-presence";
    }
}
