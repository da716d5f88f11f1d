package vn.vigil.notify;

/**
 * How one attempt ended.
 *
 * @param fault null when it was taken
 */
record Outcome(Kind kind, Fault fault) {
    enum Kind {
        SENT,
        /** This message again later; the next one may fare better. */
        LATER,
        /** The channel is down: its other messages need not be tried now. */
        DOWN,
        /** The login was refused: no further one until a person has changed something. */
        LOGIN_REFUSED,
        /** This message never. */
        NEVER
    }

    static final Outcome SENT = new Outcome(Kind.SENT, null);

    static Outcome later(SendFault fault, int code) {
        return new Outcome(Kind.LATER, new Fault(fault, code));
    }

    static Outcome down(SendFault fault) {
        return new Outcome(Kind.DOWN, Fault.of(fault));
    }

    static Outcome down(SendFault fault, int code) {
        return new Outcome(Kind.DOWN, new Fault(fault, code));
    }

    static Outcome never(SendFault fault, int code) {
        return new Outcome(Kind.NEVER, new Fault(fault, code));
    }
}
