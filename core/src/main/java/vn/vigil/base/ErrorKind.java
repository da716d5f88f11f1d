package vn.vigil.base;

/** What sort of failure it is. The command line maps each kind to one exit code, in one place. */
public enum ErrorKind {
    /** Failed without a kind of its own. */
    FAILED,
    /** No database here, or it needs an upgrade. */
    NO_STORE,
    /** Another vigil holds the lease. */
    BUSY,
    /** Credential, key or role refused. */
    DENIED,
    /** Camera, timestamp or mail host gave no answer in time. */
    UNREACHABLE,
    /** The named thing does not exist. */
    NOT_FOUND,
    /** Some done, some not; both listed. */
    PARTIAL,
    /** A house rule forbids it. */
    REFUSED,
    /** No roster satisfies the hard rules. */
    INFEASIBLE,
    /** The limit came before the proof. */
    NOT_PROVEN,
    /** Signed, but the configured timestamp authority did not answer. */
    NOT_TIMESTAMPED,
    /** Evidence changed, incomplete, unsigned, or its signer not trusted. */
    NOT_GENUINE,
    /** A different thing exists under the same key. */
    CONFLICT,
    /** Flags, arguments or a time not understood. */
    USAGE,
    /** A fault of the program itself. */
    BUG,
    /** Ended by a signal. */
    INTERRUPTED
}
