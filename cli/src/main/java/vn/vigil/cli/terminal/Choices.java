package vn.vigil.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.text.Viet;

/** Which choices an answer may mean. Stateless. */
public final class Choices {
    private Choices() {}

    /** All whose value begins with the text, or whose value and label hold all its words, accents or not; best first. */
    public static List<Choice> fitting(List<Choice> choices, String text) {
        String wanted = Viet.fold(text.strip());
        List<Choice> begin = new ArrayList<>();
        List<Choice> hold = new ArrayList<>();
        for (Choice choice : choices) {
            if (Viet.fold(choice.value()).startsWith(wanted)) {
                begin.add(choice);
            } else if (holds(Viet.fold(choice.value() + " " + choice.label()), wanted)) {
                hold.add(choice);
            }
        }
        begin.addAll(hold);
        return begin;
    }

    private static boolean holds(String text, String words) {
        for (String word : words.split(" ")) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** The one choice that is meant: its very value, or the only one that fits; null when there is none or there are several. */
    public static Choice meant(List<Choice> choices, String text) {
        for (Choice choice : choices) {
            if (choice.value().equalsIgnoreCase(text.strip())) {
                return choice;
            }
        }
        List<Choice> fitting = fitting(choices, text);
        return fitting.size() == 1 ? fitting.get(0) : null;
    }
}
