package vn.vigil.cli.generate;

import java.util.List;
import java.util.Map;
import vn.vigil.cli.Commands;
import vn.vigil.cli.HelpSheet;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** The reference pages in Markdown. */
final class Reference {
    private Reference() {}

    static String exitCodes(Lang lang) {
        StringBuilder page = begin(PageText.EXITS_TITLE, lang);
        page.append(Texts.pattern(PageText.EXITS_INTRO, lang)).append("\n\n| ");
        page.append(Texts.pattern(PageText.CODE, lang)).append(" | | ");
        page.append(Texts.pattern(PageText.MEANING, lang)).append(" |\n|---:|---|---|\n");
        for (ExitCode code : ExitCode.values()) {
            page.append("| ")
                    .append(code.number())
                    .append(" | ")
                    .append(code.name())
                    .append(" | ");
            page.append(cell(Texts.pattern(code, lang))).append(" |\n");
        }
        return page.toString();
    }

    static String commands(Lang lang) {
        StringBuilder page = begin(PageText.COMMANDS_TITLE, lang);
        List<String> verbs = Commands.verbs();
        for (String words : verbs) {
            page.append("- [vigil ")
                    .append(words)
                    .append("](#vigil-")
                    .append(words.replace(' ', '-'))
                    .append(") – ");
            page.append(HelpSheet.of(words, lang).summary()).append('\n');
        }
        page.append("\n## ")
                .append(Texts.pattern(PageText.GLOBAL_OPTIONS, lang))
                .append("\n\n");
        flags(page, HelpSheet.of("", lang).globals(), lang);
        for (String words : verbs) {
            verb(page, HelpSheet.of(words, lang), lang);
        }
        return page.toString();
    }

    private static void verb(StringBuilder page, HelpSheet s, Lang lang) {
        page.append("\n## vigil ")
                .append(s.words())
                .append("\n\n")
                .append(s.summary())
                .append("\n\n```\n");
        page.append(("vigil " + s.words() + " " + s.synopsis()).strip()).append("\n```\n");
        for (String paragraph : s.description()) {
            page.append('\n').append(paragraph).append('\n');
        }
        if (!s.arguments().isEmpty()) {
            page.append('\n');
            for (Map.Entry<String, String> a : s.arguments().entrySet()) {
                page.append("- `")
                        .append(a.getKey())
                        .append("` – ")
                        .append(a.getValue())
                        .append('\n');
            }
        }
        if (!s.options().isEmpty()) {
            page.append('\n');
            flags(page, s.options(), lang);
        }
        if (!s.examples().isEmpty()) {
            page.append("\n```\n").append(String.join("\n", s.examples())).append("\n```\n");
        }
        page.append('\n').append(Texts.pattern(PageText.EXITS_TITLE, lang)).append(": ");
        String separator = "";
        for (ExitCode code : s.exits()) {
            page.append(separator).append(code.number()).append(' ').append(code.name());
            separator = ", ";
        }
        page.append(".\n");
    }

    private static void flags(StringBuilder page, List<HelpSheet.Flag> flags, Lang lang) {
        for (HelpSheet.Flag f : flags) {
            page.append("- `").append(f.head()).append("` – ").append(f.sentence());
            if (!f.choices().isEmpty()) {
                page.append(" (").append(String.join(", ", f.choices())).append(")");
            }
            page.append(f.required() ? ". " + Texts.pattern(PageText.REQUIRED, lang) : "")
                    .append('\n');
        }
    }

    private static StringBuilder begin(PageText title, Lang lang) {
        return new StringBuilder("<!-- ")
                .append(Texts.pattern(PageText.GENERATED, lang))
                .append(" -->\n\n# ")
                .append(Texts.pattern(title, lang))
                .append("\n\n");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
