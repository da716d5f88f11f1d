package vn.vigil.seal;

import vn.vigil.base.Message;

/**
 * One step of a check. Names and order, as far as this package goes: {@code container}, {@code coverage}, {@code digests},
 * {@code bag}, {@code signature}, {@code trust}, {@code timestamp}.
 *
 * @param name stable, English, never translated
 * @param outcome how it went
 * @param reason why not OK; null when OK
 */
public record Stage(String name, Outcome outcome, Message reason) {
    /** How a step went. */
    public enum Outcome {
        OK,
        /** Nothing wrong, and nothing proven: only ever for the time. */
        UNPROVEN,
        /** The package is not genuine. */
        FAILED
    }

    public static Stage ok(String name) {
        return new Stage(name, Outcome.OK, null);
    }

    public static Stage failed(String name, Message reason) {
        return new Stage(name, Outcome.FAILED, reason);
    }

    public static Stage unproven(String name, Message reason) {
        return new Stage(name, Outcome.UNPROVEN, reason);
    }

    public boolean ok() {
        return outcome == Outcome.OK;
    }
}
