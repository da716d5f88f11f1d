package vn.vigil.cli.command;

import vn.vigil.base.Message;
import vn.vigil.cli.view.Out;

/**
 * A verb that asks at a terminal, one by one, for what it requires and was not given. The answers become options, so that the command
 * that is run is the one that is shown; everything the verb does it does without asking as well.
 */
public interface Asking {
    /** The next thing to ask, by what is known; null when nothing is left. Never one that is known or was passed over. */
    Question next(Given given);

    /** Whether something that cannot be left out is missing, although the parser does not require it. */
    default boolean lacks(Given given) {
        return false;
    }

    /** What is wrong with an answer beyond its form; null when nothing is. */
    default Message wrong(String option, String value) {
        return null;
    }

    /** Shows what an answer came to, before the next question; nothing by default. */
    default void answered(String option, Given given, Out out) {}
}
