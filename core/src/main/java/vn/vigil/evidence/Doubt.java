package vn.vigil.evidence;

import vn.vigil.base.Message;

/** Something in a package is not what it should be. */
final class Doubt extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Message reason;

    Doubt(Message reason) {
        super(reason.toString(), null, false, false);
        this.reason = reason;
    }

    Message reason() {
        return reason;
    }
}
