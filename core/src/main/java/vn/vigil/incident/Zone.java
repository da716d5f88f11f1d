package vn.vigil.incident;

import vn.vigil.base.MessageKey;

/** On which side of the fence (clause 7.2b: in and outside the perimeter). */
public enum Zone implements MessageKey {
    INSIDE,
    OUTSIDE;

    /** The zone of a word; null when there is none. */
    public static Zone of(String word) {
        return word.equals("inside") ? INSIDE : word.equals("outside") ? OUTSIDE : null;
    }

    @Override
    public String catalogue() {
        return "incident-zone";
    }
}
