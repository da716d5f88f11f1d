package vn.vigil.cli;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.cli.command.Asking;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.command.Given;
import vn.vigil.cli.command.Question;
import vn.vigil.cli.terminal.Choice;
import vn.vigil.cli.terminal.Choices;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.cli.terminal.Streams;
import vn.vigil.cli.view.Shell;
import vn.vigil.text.Lang;
import vn.vigil.text.Nearest;
import vn.vigil.text.Neutral;
import vn.vigil.text.Texts;

/** Asks for what a verb requires and was not given, shows the command line that says the same, and has it confirmed. */
final class Interview {
    private final String words;
    private final CommandBase command;
    private final Asking asking;
    private final Streams streams;
    private final Prompt prompt;
    private final Lang lang;

    private Interview(String words, CommandBase command, Streams streams) {
        this.words = words;
        this.command = command;
        this.asking = (Asking) command;
        this.streams = streams;
        this.prompt = command.asker();
        this.lang = command.spoken();
    }

    /**
     * Completes the arguments.
     *
     * @param command surrounded, and parsed as far as it went
     * @param args as typed
     * @return the arguments with what was answered
     * @throws vn.vigil.base.VigilException REFUSED when it is not confirmed, INTERRUPTED
     */
    static List<String> complete(String words, CommandBase command, List<String> args, Streams streams) {
        Interview interview = new Interview(words, command, streams);
        try {
            return interview.run(args);
        } finally {
            interview.prompt.close();
        }
    }

    private List<String> run(List<String> args) {
        List<String> all = new ArrayList<>(args);
        Given given = new Given(args);
        for (Question q = asking.next(given); q != null; q = asking.next(given)) {
            List<String> values = ask(q);
            if (values.isEmpty()) {
                given.passOver(q.option());
            }
            for (String value : values) {
                given.add(q.option(), value);
                all.add(q.option());
                if (q.kind() != Question.Kind.FLAG) {
                    all.add(value);
                }
            }
            asking.answered(q.option(), given, command.answers());
        }
        StringBuilder line = new StringBuilder("vigil ").append(words);
        for (String arg : all) {
            line.append(' ').append(Shell.quoted(arg));
        }
        say(CliText.SAME_COMMAND.with());
        streams.err("  " + Neutral.line(line.toString()) + "\n");
        prompt.confirm(CliText.GO_ON.with());
        return all;
    }

    /** The answer's values; none when it was left empty. */
    private List<String> ask(Question q) {
        if (q.kind() == Question.Kind.FLAG) {
            return prompt.agrees(q.text()) ? List.of("") : List.of();
        }
        while (true) {
            String answer = prompt.ask(q.text(), q.offered(), q.option(), q.choices(), q.kind() == Question.Kind.MANY);
            if (answer.isEmpty()) {
                return List.of();
            }
            List<String> values = new ArrayList<>();
            Message wrong = null;
            for (String part : q.kind() == Question.Kind.MANY ? answer.split(",") : new String[] {answer}) {
                if (part.isBlank()) {
                    continue;
                }
                String value = meant(q, part.strip());
                wrong = wrong != null ? wrong : value == null ? noChoice(q, part.strip()) : wrong(q.option(), value);
                values.add(value);
            }
            if (wrong == null && !values.isEmpty()) {
                return values;
            }
            if (wrong != null) {
                say(wrong);
            }
        }
    }

    private static String meant(Question q, String text) {
        if (q.kind() == Question.Kind.FREE || q.choices().isEmpty()) {
            return text;
        }
        Choice choice = Choices.meant(q.choices(), text);
        return choice == null ? null : choice.value();
    }

    private static Message noChoice(Question q, String text) {
        List<Choice> fitting = Choices.fitting(q.choices(), text);
        if (fitting.size() > 1) {
            StringBuilder several = new StringBuilder();
            for (Choice choice : fitting) {
                several.append(several.length() == 0 ? "" : ", ").append(choice.value());
            }
            return CliText.SEVERAL_FIT.with(text, several.toString());
        }
        List<String> values = new ArrayList<>();
        for (Choice choice : q.choices()) {
            values.add(choice.value());
        }
        String near = Nearest.of(text, values);
        return near == null ? CliText.NONE_FITS.with(text) : CliText.NONE_FITS_NEAR.with(text, near);
    }

    private Message wrong(String option, String value) {
        Message form = Arguments.wrong(Commands.create(words), option, value);
        return form != null ? form : asking.wrong(option, value);
    }

    private void say(Message message) {
        streams.err(Neutral.line(Texts.render(message, lang)) + "\n");
    }
}
