package vn.vigil.cli.generate;

import java.util.List;
import java.util.Map;
import vn.vigil.base.Version;
import vn.vigil.cli.Commands;
import vn.vigil.cli.HelpSheet;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.config.Setting;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** One manual page in roff, of the macro set man(7). */
final class ManPage {
    private final StringBuilder page = new StringBuilder();
    private final HelpSheet sheet;
    private final Lang lang;

    private ManPage(HelpSheet sheet, Lang lang) {
        this.sheet = sheet;
        this.lang = lang;
    }

    static String of(String words, Lang lang) {
        return new ManPage(HelpSheet.of(words, lang), lang).write();
    }

    /** {@code vigil-camera-add} for {@code camera add}. */
    static String name(String words) {
        return words.isEmpty() ? "vigil" : "vigil-" + words.replace(' ', '-');
    }

    private String write() {
        String name = name(sheet.words());
        String command = sheet.words().isEmpty() ? "vigil" : "vigil " + sheet.words();
        page.append(".\\\" ").append(word(PageText.GENERATED)).append('\n');
        page.append(".TH ").append(name.toUpperCase(java.util.Locale.ROOT).replace("-", "\\-"));
        page.append(" 1 \"\" \"vigil ").append(Version.NUMBER).append("\" \"");
        page.append(word(PageText.MANUAL)).append("\"\n.nh\n.ad l\n");
        head(PageText.NAME);
        page.append(text(name)).append(" \\- ").append(text(sheet.summary())).append('\n');
        head(PageText.SYNOPSIS);
        page.append(".B ").append(text(command)).append('\n');
        if (sheet.children().isEmpty()) {
            page.append(text(sheet.synopsis())).append('\n');
        } else {
            page.append(".I ")
                    .append(sheet.words().isEmpty() ? "NOUN VERB" : "VERB")
                    .append(" \\&...\n");
        }
        if (!sheet.description().isEmpty()) {
            head(PageText.DESCRIPTION);
            for (String paragraph : sheet.description()) {
                page.append(".PP\n").append(text(paragraph)).append('\n');
            }
        }
        if (!sheet.children().isEmpty()) {
            head(PageText.COMMANDS);
            for (Map.Entry<String, String> child : sheet.children().entrySet()) {
                entry(child.getKey(), child.getValue());
            }
        }
        if (!sheet.arguments().isEmpty()) {
            head(PageText.ARGUMENTS);
            for (Map.Entry<String, String> a : sheet.arguments().entrySet()) {
                entry(a.getKey(), a.getValue());
            }
        }
        if (!sheet.options().isEmpty()) {
            head(PageText.OPTIONS);
            flags(sheet.options());
        }
        if (sheet.words().isEmpty()) {
            head(PageText.GLOBAL_OPTIONS);
            flags(sheet.globals());
            head(PageText.ENVIRONMENT);
            entry("VIGIL_HOME", "--home");
            for (Setting setting : Setting.values()) {
                entry(setting.variable(), Texts.pattern(setting, lang));
            }
        }
        if (!sheet.examples().isEmpty()) {
            head(PageText.EXAMPLES);
            for (String example : sheet.examples()) {
                page.append(".PP\n.nf\n").append(text(example)).append("\n.fi\n");
            }
        }
        List<ExitCode> exits = sheet.words().isEmpty() ? List.of(ExitCode.values()) : sheet.exits();
        if (!exits.isEmpty()) {
            head(PageText.EXIT_STATUS);
            for (ExitCode code : exits) {
                entry(code.number() + " " + code.name(), Texts.pattern(code, lang));
            }
        }
        seeAlso();
        return page.toString();
    }

    private void seeAlso() {
        head(PageText.SEE_ALSO);
        if (!sheet.words().isEmpty()) {
            page.append(text(Texts.render(PageText.GLOBAL_SEE.with("vigil(1)"), lang)))
                    .append("\n.PP\n");
            int space = sheet.words().lastIndexOf(' ');
            if (space > 0) {
                page.append(reference(sheet.words().substring(0, space))).append(",\n");
            }
        }
        boolean first = true;
        for (String child : Commands.below(sheet.children().isEmpty() ? "-" : sheet.words())) {
            String words = sheet.words().isEmpty() ? child : sheet.words() + " " + child;
            page.append(first ? "" : ",\n").append(reference(words));
            first = false;
        }
        page.append(first ? "" : sheet.words().isEmpty() ? "\n" : ",\n");
        page.append(sheet.words().isEmpty() ? "" : ".BR vigil (1)\n");
    }

    private static String reference(String words) {
        return ".BR " + name(words).replace("-", "\\-") + " (1)";
    }

    private void flags(List<HelpSheet.Flag> flags) {
        for (HelpSheet.Flag f : flags) {
            String sentence = f.sentence();
            if (!f.choices().isEmpty()) {
                sentence += " (" + String.join(", ", f.choices()) + ")";
            }
            entry(f.head(), f.required() ? sentence + ". " + word(PageText.REQUIRED) : sentence);
        }
    }

    private void head(PageText key) {
        page.append(".SH \"").append(word(key)).append("\"\n");
    }

    private void entry(String name, String sentence) {
        page.append(".TP\n.B ").append(text(name)).append('\n');
        page.append(text(sentence)).append('\n');
    }

    private String word(PageText key) {
        return Texts.pattern(key, lang);
    }

    /** Text as roff: no character of it may act as a request or an escape, and a hyphen stays one that can be copied. */
    static String text(String plain) {
        String t = String.valueOf(plain).replace("\\", "\\e").replace("-", "\\-");
        return t.startsWith(".") || t.startsWith("'") ? "\\&" + t : t;
    }
}
