package vn.vigil.cli.command;

import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.cli.terminal.Choice;

/**
 * One thing that a verb asks for at a terminal when its option was not given.
 *
 * @param option the option that the answer becomes, such as {@code --camera}; a flag without value is asked as yes or no
 * @param text what is asked
 * @param kind what answers are like
 * @param offered what an empty answer means; null when an answer is required, empty when the option is then left out
 * @param choices what completion offers; an answer may be any part of a choice that fits no other
 */
public record Question(String option, Message text, Kind kind, String offered, List<Choice> choices) {
    /** What answers are like. */
    public enum Kind {
        /** One of the choices where there are some, else any text. */
        ONE,
        /** Several, with commas between them. */
        MANY,
        /** Any text; the choices are only proposed. */
        FREE,
        /** Yes or no; yes gives the flag. */
        FLAG
    }

    public Question {
        choices = List.copyOf(choices);
    }

    /** An answer is required. */
    public static Question required(String option, Message text, Kind kind, List<Choice> choices) {
        return new Question(option, text, kind, null, choices);
    }

    /** An empty answer leaves the option out. */
    public static Question optional(String option, Message text) {
        return new Question(option, text, Kind.FREE, "", List.of());
    }

    /** Yes or no, no when the answer is empty. */
    public static Question flag(String option, Message text) {
        return new Question(option, text, Kind.FLAG, "", List.of());
    }
}
