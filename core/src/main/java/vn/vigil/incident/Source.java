package vn.vigil.incident;

import vn.vigil.base.MessageKey;

/** By whom an incident was first noticed. */
public enum Source implements MessageKey {
    /** Whoever watched the pictures. */
    WATCH,
    /** Somebody told it (tin báo, tố giác). */
    TIP,
    /** The building's guards. */
    GUARD,
    /** Somebody of the house who came upon it. */
    STAFF,
    /** An alarm: of a camera, a door, fire. */
    ALARM,
    OTHER;

    /** The source of a word; null when there is none. */
    public static Source of(String word) {
        for (Source source : values()) {
            if (source.id().equals(word)) {
                return source;
            }
        }
        return null;
    }

    @Override
    public String catalogue() {
        return "incident-source";
    }
}
