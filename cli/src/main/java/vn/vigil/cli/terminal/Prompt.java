package vn.vigil.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/**
 * Questions to the person at the terminal, never through standard output. Off a terminal, or with {@code --no-input}, what
 * would have been asked is a usage error that names the flag to give instead.
 */
public final class Prompt implements AutoCloseable {
    private final Streams streams;
    private final Lang lang;
    private final boolean interactive;
    private final boolean yes;
    private Terminal terminal;

    /**
     * @param interactive whether questions may be asked
     * @param yes whether {@code --yes} agreed beforehand
     */
    public Prompt(Streams streams, Lang lang, boolean interactive, boolean yes) {
        this.streams = streams;
        this.lang = lang;
        this.interactive = interactive;
        this.yes = yes;
    }

    /**
     * Asks for one line.
     *
     * @param offered what an empty answer means; null when an answer is required
     * @param flag the flag that answers without asking
     */
    public String ask(Message question, String offered, String flag) {
        return ask(question, offered, flag, List.of(), false);
    }

    /**
     * Asks for one line, with completion.
     *
     * @param choices what is offered for completion; an answer may be something else
     * @param many whether the answer may hold several, with commas between them
     */
    public String ask(Message question, String offered, String flag, List<Choice> choices, boolean many) {
        if (!interactive) {
            if (offered != null) {
                return offered;
            }
            throw cannotAsk(question, flag);
        }
        String label =
                Texts.render(question, lang) + (offered == null || offered.isEmpty() ? ": " : " [" + offered + "]: ");
        while (true) {
            String answer = read(label, null, choices.isEmpty() ? null : new ChoiceCompleter(choices, many))
                    .strip();
            if (!answer.isEmpty()) {
                return java.text.Normalizer.normalize(answer, java.text.Normalizer.Form.NFC);
            }
            if (offered != null) {
                return offered;
            }
        }
    }

    /** Asks for a secret, unseen; the caller wipes the array. */
    public char[] secret(Message question, String flag) {
        if (!interactive) {
            throw cannotAsk(question, flag);
        }
        return read(Texts.render(question, lang) + ": ", '\0', null).toCharArray();
    }

    /**
     * The middle grade: y/N, answered beforehand by {@code --yes}.
     *
     * @throws VigilException USAGE off a terminal without the flag; REFUSED when the answer is no
     */
    public void confirm(Message question) {
        if (yes) {
            return;
        }
        if (!interactive) {
            throw new VigilException(ErrorKind.USAGE, "VG-CONFIRM", TerminalText.CONFIRM_NEEDED.with(question))
                    .next(TerminalText.GIVE_YES.with());
        }
        if (!agrees(question)) {
            throw notConfirmed();
        }
    }

    /** Asks yes or no; an empty answer is no. Only where questions may be asked. */
    public boolean agrees(Message question) {
        String letters = Texts.pattern(TerminalText.YES_LETTERS, lang);
        String answer = read(
                        Texts.render(question, lang) + " " + Texts.pattern(TerminalText.YES_NO, lang) + " ", null, null)
                .strip();
        return !answer.isEmpty() && letters.indexOf(answer.charAt(0)) >= 0;
    }

    /**
     * The highest grade, for destruction: the thing's name typed again, or given to {@code --confirm}.
     *
     * @param given what {@code --confirm} holds; null when absent
     * @throws VigilException USAGE off a terminal without the flag; REFUSED when the name differs
     */
    public void confirmByName(Message question, String name, String given) {
        String typed = given;
        if (typed == null) {
            if (!interactive) {
                throw new VigilException(ErrorKind.USAGE, "VG-CONFIRM", TerminalText.CONFIRM_NEEDED.with(question))
                        .next(TerminalText.GIVE_CONFIRM.with(name));
            }
            typed = read(
                            Texts.render(question, lang) + "\n" + Texts.render(TerminalText.TYPE_NAME.with(name), lang)
                                    + " ",
                            null,
                            null)
                    .strip();
        }
        if (!typed.equals(name)) {
            throw notConfirmed();
        }
    }

    private static VigilException notConfirmed() {
        return new VigilException(ErrorKind.REFUSED, "VG-NOT-CONFIRMED", TerminalText.NOT_CONFIRMED.with());
    }

    private static VigilException cannotAsk(Message question, String flag) {
        return new VigilException(ErrorKind.USAGE, "VG-NO-INPUT", TerminalText.ANSWER_NEEDED.with(question))
                .next(TerminalText.GIVE_FLAG.with(flag));
    }

    private String read(String label, Character mask, ChoiceCompleter choices) {
        try {
            if (terminal == null) {
                terminal = streams.terminal();
            }
            LineReaderBuilder builder = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                    .option(LineReader.Option.BRACKETED_PASTE, false)
                    .variable(LineReader.DISABLE_HISTORY, true);
            if (choices == null) {
                builder.variable(LineReader.DISABLE_COMPLETION, true);
            } else {
                builder.completer(choices)
                        .parser(choices)
                        .completionMatcher(choices)
                        .option(LineReader.Option.AUTO_MENU, true)
                        .option(LineReader.Option.AUTO_LIST, true)
                        .option(LineReader.Option.INSERT_TAB, false);
            }
            LineReader reader = builder.build();
            int newline = label.lastIndexOf('\n');
            if (newline >= 0) {
                terminal.writer().println(label.substring(0, newline));
            }
            return mask == null
                    ? reader.readLine(label.substring(newline + 1))
                    : reader.readLine(label.substring(newline + 1), mask);
        } catch (UserInterruptException e) {
            throw new VigilException(ErrorKind.INTERRUPTED, "VG-INTERRUPTED", TerminalText.NOT_CONFIRMED.with());
        } catch (EndOfFileException e) {
            throw notConfirmed();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Wipes a secret from memory. */
    public static void wipe(char[] secret) {
        Arrays.fill(secret, '\0');
    }

    /** Gives the terminal back as it was. */
    @Override
    public void close() {
        if (terminal != null) {
            try {
                terminal.close();
            } catch (IOException e) {
                // The process ends anyway.
            }
            terminal = null;
        }
    }
}
