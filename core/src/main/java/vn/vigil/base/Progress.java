package vn.vigil.base;

/** Where a long piece of work tells how far it is. Called from any thread; implementations must not block. */
public interface Progress {
    /**
     * @param what the step, already in the user's words or a name (a camera id, a file)
     * @param done how much is done, in the step's own unit
     * @param total how much there is, or −1 when unknown
     */
    void at(Message what, long done, long total);

    /** Tells nobody. */
    Progress NONE = (what, done, total) -> {};
}
