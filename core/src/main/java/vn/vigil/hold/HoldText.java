package vn.vigil.hold;

import vn.vigil.base.MessageKey;

/** Sentences about holds. */
enum HoldText implements MessageKey {
    NO_HOLD;

    @Override
    public String catalogue() {
        return "hold";
    }
}
