package vn.vigil.incident;

import vn.vigil.base.MessageKey;

/** How grave an incident is. */
public enum Gravity implements MessageKey {
    LOW,
    MEDIUM,
    HIGH;

    /** The gravity of a word; null when there is none. */
    public static Gravity of(String word) {
        for (Gravity g : values()) {
            if (g.id().equals(word)) {
                return g;
            }
        }
        return null;
    }

    @Override
    public String catalogue() {
        return "incident-gravity";
    }
}
