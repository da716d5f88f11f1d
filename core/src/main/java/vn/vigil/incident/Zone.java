package vn.vigil.incident;

import vn.vigil.base.MessageKey;

/** On which side of the fence (clause 7.2b: in and outside the perimeter). */
public enum Zone implements MessageKey {
    INSIDE,
    OUTSIDE;

    @Override
    public String catalogue() {
        return "incident-zone";
    }
}
