package vn.vigil.cli.terminal;

import vn.vigil.base.ErrorKind;
import vn.vigil.base.MessageKey;
import vn.vigil.base.Severity;

/**
 * Every number that vigil ends with; the only place where a failure becomes one. The sentences stand in the catalogue
 * {@code exit}; {@code vigil help exit-codes}, every verb's help and the reference page print from here.
 */
public enum ExitCode implements MessageKey {
    OK(0),
    FAILED(1),
    CRITICAL(2),
    UNKNOWN(3),
    NO_STORE(10),
    BUSY(11),
    DENIED(12),
    UNREACHABLE(13),
    NOT_FOUND(14),
    PARTIAL(15),
    REFUSED(16),
    INFEASIBLE(17),
    NOT_PROVEN(18),
    NOT_TIMESTAMPED(19),
    NOT_GENUINE(20),
    CONFLICT(21),
    USAGE(64),
    BUG(70),
    INTERRUPTED(130);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    @Override
    public String catalogue() {
        return "exit";
    }

    /** What the process ends with, 0–255. */
    public int number() {
        return number;
    }

    /** The code of a failure. */
    public static ExitCode of(ErrorKind kind) {
        return switch (kind) {
            case FAILED -> FAILED;
            case NO_STORE -> NO_STORE;
            case BUSY -> BUSY;
            case DENIED -> DENIED;
            case UNREACHABLE -> UNREACHABLE;
            case NOT_FOUND -> NOT_FOUND;
            case PARTIAL -> PARTIAL;
            case REFUSED -> REFUSED;
            case INFEASIBLE -> INFEASIBLE;
            case NOT_PROVEN -> NOT_PROVEN;
            case NOT_TIMESTAMPED -> NOT_TIMESTAMPED;
            case NOT_GENUINE -> NOT_GENUINE;
            case CONFLICT -> CONFLICT;
            case USAGE -> USAGE;
            case BUG -> BUG;
            case INTERRUPTED -> INTERRUPTED;
        };
    }

    /** The code of a check verb's finding, as Nagios reads it: OK 0, WARNING 1, CRITICAL 2, UNKNOWN 3. */
    public static ExitCode of(Severity severity) {
        return switch (severity) {
            case OK -> OK;
            case WARNING -> FAILED;
            case CRITICAL -> CRITICAL;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /**
     * The code of a failure that kept a check verb from judging: what would read as a finding (or as bad flags, no store, a
     * held lease) becomes UNKNOWN, the rest keeps its own number.
     */
    public static ExitCode ofCheck(ErrorKind kind) {
        return switch (kind) {
            case FAILED, USAGE, NO_STORE, BUSY -> UNKNOWN;
            default -> of(kind);
        };
    }
}
