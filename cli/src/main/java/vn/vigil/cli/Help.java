package vn.vigil.cli;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Streams;
import vn.vigil.cli.view.Width;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** Help on the terminal: {@code -h}, {@code --help}, {@code vigil help [COMMAND]}. */
final class Help {
    private static final int LINE = 90;

    private final StringBuilder page = new StringBuilder();
    private final Lang lang;
    private final boolean colour;

    private Help(Lang lang, boolean colour) {
        this.lang = lang;
        this.colour = colour;
    }

    static void print(String words, Streams streams, Lang lang, boolean colour) throws java.io.IOException {
        streams.out()
                .write(new Help(lang, colour).page(HelpSheet.of(words, lang)).getBytes(StandardCharsets.UTF_8));
    }

    private String page(HelpSheet s) {
        String command = s.words().isEmpty() ? "vigil" : "vigil " + s.words();
        wrap(command + " – " + s.summary(), 0, 0);
        head(CliText.HELP_USAGE);
        wrap(
                s.children().isEmpty()
                        ? command + " " + s.synopsis()
                        : command + " " + (s.words().isEmpty() ? "NOUN VERB" : "VERB") + " ...",
                2,
                6);
        for (String paragraph : s.description()) {
            page.append('\n');
            wrap(paragraph, 0, 0);
        }
        if (!s.children().isEmpty()) {
            children(s);
        }
        if (!s.arguments().isEmpty()) {
            head(CliText.HELP_ARGUMENTS);
            for (Map.Entry<String, String> a : s.arguments().entrySet()) {
                entry(a.getKey(), a.getValue());
            }
        }
        if (!s.options().isEmpty()) {
            head(CliText.HELP_OPTIONS);
            flags(s.options());
        }
        if (!s.examples().isEmpty()) {
            head(CliText.HELP_EXAMPLES);
            for (String example : s.examples()) {
                page.append("  ").append(example).append('\n');
            }
        }
        if (!s.exits().isEmpty()) {
            head(CliText.HELP_EXITS);
            for (ExitCode code : s.exits()) {
                entry(code.number() + " " + code.name(), Texts.pattern(code, lang));
            }
        }
        if (s.words().isEmpty()) {
            head(CliText.HELP_GLOBAL);
            flags(s.globals());
            page.append('\n');
            wrap(Texts.pattern(CliText.HELP_MORE, lang), 0, 0);
        } else {
            page.append('\n');
            wrap(Texts.pattern(CliText.HELP_GLOBAL_SHORT, lang), 0, 0);
        }
        return page.toString();
    }

    private void children(HelpSheet s) {
        head(CliText.HELP_COMMANDS);
        for (Map.Entry<String, String> c : s.children().entrySet()) {
            entry(c.getKey(), c.getValue());
        }
    }

    private void flags(List<HelpSheet.Flag> flags) {
        for (HelpSheet.Flag f : flags) {
            String sentence = f.sentence();
            if (!f.choices().isEmpty()) {
                sentence += " (" + String.join(", ", f.choices()) + ")";
            }
            if (f.required()) {
                sentence += " " + Texts.pattern(CliText.HELP_REQUIRED, lang);
            }
            entry(f.head(), sentence);
        }
    }

    private void head(MessageKey key) {
        String text = Texts.pattern(key, lang);
        page.append('\n')
                .append(colour ? "\u001b[1m" + text + "\u001b[0m" : text)
                .append('\n');
    }

    private void entry(String name, String sentence) {
        int indent = 26;
        page.append("  ").append(name);
        int at = 2 + Width.of(name);
        if (at > indent - 2) {
            page.append('\n');
            at = 0;
        }
        page.append(" ".repeat(indent - at));
        wrapFrom(sentence == null ? "" : sentence, indent, indent);
    }

    private void wrap(String text, int first, int indent) {
        page.append(" ".repeat(first));
        wrapFrom(text.strip(), first, indent);
    }

    /** Breaks at blanks, counting columns as a terminal does. */
    private void wrapFrom(String text, int start, int indent) {
        int at = start;
        boolean fresh = true;
        for (String word : text.split(" ")) {
            int w = Width.of(word);
            if (!fresh && at + 1 + w > LINE) {
                page.append('\n').append(" ".repeat(indent));
                at = indent;
                fresh = true;
            }
            if (!fresh) {
                page.append(' ');
                at++;
            }
            page.append(word);
            at += w;
            fresh = false;
        }
        page.append('\n');
    }
}
