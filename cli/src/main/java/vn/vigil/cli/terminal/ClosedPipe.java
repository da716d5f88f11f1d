package vn.vigil.cli.terminal;

/** Whoever read our output has gone ({@code | head -1}): a quiet success. */
public final class ClosedPipe extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ClosedPipe() {
        super("closed pipe", null, false, false);
    }
}
