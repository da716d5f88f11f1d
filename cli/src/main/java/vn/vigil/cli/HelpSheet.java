package vn.vigil.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.text.Lang;

/**
 * All that is known about one verb, or one group of verbs, in one language. Terminal help, manual pages, reference and completion
 * are all written from this.
 *
 * @param words {@code "camera add"}, {@code "camera"}; {@code ""} for vigil itself
 * @param summary one line
 * @param description paragraphs
 * @param synopsis the arguments after the words
 * @param arguments label to sentence
 * @param options the verb's own
 * @param globals what every verb has
 * @param children words below a group, each with its line
 * @param examples command lines, complete
 * @param exits codes it ends with; empty for a group
 */
public record HelpSheet(
        String words,
        String summary,
        List<String> description,
        String synopsis,
        Map<String, String> arguments,
        List<Flag> options,
        List<Flag> globals,
        Map<String, String> children,
        List<String> examples,
        List<ExitCode> exits) {

    /**
     * One option.
     *
     * @param names shortest first
     * @param label what stands for its value; null for a switch
     * @param choices the words it takes; empty when free
     * @param isFile whether the value is a path, for completion
     * @param sentence what it does; null when the catalogue lacks it
     */
    public record Flag(
            List<String> names, String label, List<String> choices, boolean isFile, boolean required, String sentence) {
        /** {@code -o, --out FILE}. */
        public String head() {
            return String.join(", ", names) + (label == null ? "" : " " + label);
        }

        public String longName() {
            return names.get(names.size() - 1);
        }
    }

    /** The sheet of a verb or group. */
    public static HelpSheet of(String words, Lang lang) {
        return words.isEmpty() || !Commands.isVerb(words) ? group(words, lang) : verb(words, lang);
    }

    private static HelpSheet group(String words, Lang lang) {
        Map<String, String> children = new LinkedHashMap<>();
        for (String word : Commands.below(words)) {
            String child = words.isEmpty() ? word : words + " " + word;
            children.put(word, text(child, key(child), lang));
        }
        String name = words.isEmpty() ? "vigil" : words;
        String catalogue = words.isEmpty() ? "global" : words;
        List<Flag> globals = new ArrayList<>();
        flags(Arguments.parser(new Bare()).getCommandSpec(), "", lang, new ArrayList<>(), globals);
        return new HelpSheet(
                words,
                text(catalogue, key(name), lang),
                paragraphs(text(catalogue, key(name) + ".description", lang)),
                "",
                Map.of(),
                List.of(),
                globals,
                children,
                examples(catalogue, key(name), lang),
                List.of());
    }

    private static HelpSheet verb(String words, Lang lang) {
        CommandBase command = Commands.create(words);
        CommandSpec spec = Arguments.parser(command).getCommandSpec();
        List<Flag> own = new ArrayList<>();
        List<Flag> globals = new ArrayList<>();
        flags(spec, words, lang, own, globals);
        Map<String, String> arguments = new LinkedHashMap<>();
        StringBuilder synopsis = new StringBuilder();
        for (PositionalParamSpec p : spec.positionalParameters()) {
            arguments.put(p.paramLabel(), text(words, key(words) + "." + p.paramLabel(), lang));
            boolean many =
                    p.arity().max() > 1 || p.type().isArray() || java.util.Collection.class.isAssignableFrom(p.type());
            String label = p.paramLabel() + (many ? "..." : "");
            synopsis.append(' ').append(p.required() ? label : "[" + label + "]");
        }
        for (Flag f : own) {
            if (f.required()) {
                synopsis.append(' ').append(f.longName()).append(f.label() == null ? "" : " " + f.label());
            }
        }
        boolean optional = false;
        for (Flag f : own) {
            optional |= !f.required();
        }
        if (optional) {
            synopsis.append(" [OPTION...]");
        }
        List<ExitCode> exits = new ArrayList<>(command.exits());
        for (ExitCode code : CommandBase.COMMON_EXITS) {
            if (!exits.contains(code)) {
                exits.add(code);
            }
        }
        if (command.check()) {
            exits.add(ExitCode.CRITICAL);
            exits.add(ExitCode.UNKNOWN);
            exits.remove(ExitCode.USAGE);
        }
        List<ExitCode> sorted = new ArrayList<>();
        for (ExitCode code : ExitCode.values()) {
            if (exits.contains(code)) {
                sorted.add(code);
            }
        }
        return new HelpSheet(
                words,
                text(words, key(words), lang),
                paragraphs(text(words, key(words) + ".description", lang)),
                synopsis.toString().strip(),
                arguments,
                own,
                globals,
                Map.of(),
                examples(words, key(words), lang),
                sorted);
    }

    /** Splits a command's options into its own and those every verb has; the latter are the ones {@link CommandBase} declares. */
    private static void flags(CommandSpec spec, String words, Lang lang, List<Flag> own, List<Flag> globals) {
        for (OptionSpec o : spec.options()) {
            boolean global =
                    o.userObject() instanceof java.lang.reflect.Field f && f.getDeclaringClass() == CommandBase.class;
            List<String> names = new ArrayList<>(List.of(o.names()));
            names.sort((a, b) -> a.length() - b.length());
            String name = o.longestName();
            Class<?> type = Arguments.valueType(o);
            boolean isSwitch = type == boolean.class || type == Boolean.class;
            List<String> choices = new ArrayList<>();
            if (type.isEnum()) {
                for (Object c : type.getEnumConstants()) {
                    choices.add(Arguments.word((Enum<?>) c));
                }
            }
            String sentence = text(global ? "global" : words, (global ? "global" : key(words)) + "." + name, lang);
            if (!global && sentence == null) {
                sentence = text("global", "shared." + name, lang);
            }
            Flag flag = new Flag(
                    names,
                    isSwitch ? null : o.paramLabel(),
                    choices,
                    type == java.nio.file.Path.class || type == java.io.File.class,
                    o.required(),
                    sentence);
            (global ? globals : own).add(flag);
        }
        globals.sort((a, b) -> a.longName().compareTo(b.longName()));
        if (!globals.isEmpty()) {
            globals.add(new Flag(
                    List.of("-h", "--help"), null, List.of(), false, false, text("global", "global.--help", lang)));
        }
    }

    /** Only the global flags, for pages about groups. */
    @picocli.CommandLine.Command(name = "vigil")
    private static final class Bare extends CommandBase {
        @Override
        protected ExitCode run() {
            return ExitCode.OK;
        }
    }

    private static List<String> examples(String words, String key, Lang lang) {
        List<String> examples = new ArrayList<>();
        for (int i = 1; ; i++) {
            String example = HelpTexts.find(words, key + ".example." + i, lang);
            if (example == null) {
                return examples;
            }
            examples.add(example);
        }
    }

    private static List<String> paragraphs(String text) {
        return text == null || text.isEmpty() ? List.of() : List.of(text.split("\n"));
    }

    private static String text(String words, String key, Lang lang) {
        return HelpTexts.find(words, key, lang);
    }

    /** {@code camera.add} for {@code camera add}. */
    static String key(String words) {
        return words.replace(' ', '.');
    }
}
