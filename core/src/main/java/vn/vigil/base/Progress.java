package vn.vigil.base;

/** Where a long piece of work tells how far it is. Called from any thread; implementations must not block. */
public interface Progress {
    /** What is counted. */
    enum Unit {
        /** Cameras, rows, steps. */
        THINGS,
        BYTES,
        /** Milliseconds of footage. */
        FOOTAGE
    }

    /**
     * @param what the step, already in the user's words or a name (a camera id, a file)
     * @param done how much is done
     * @param total how much there is, or −1 when unknown
     * @param unit what both count
     */
    void at(Message what, long done, long total, Unit unit);

    /** Counts things. */
    default void at(Message what, long done, long total) {
        at(what, done, total, Unit.THINGS);
    }

    /** Tells nobody. */
    Progress NONE = (what, done, total, unit) -> {};
}
