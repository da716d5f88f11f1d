package vn.vigil.cli;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.text.Nearest;

/**
 * Which verb the arguments name, and what is left for it. Global flags may stand anywhere, so they are told apart from the words
 * here; {@code -h} and {@code --help} count anywhere before {@code --}.
 *
 * @param words the verb's words, or the noun's when help is asked for it; {@code ""} for none
 * @param rest the remaining arguments in their order
 * @param help whether help is asked for instead
 */
record Resolution(String words, List<String> rest, boolean help) {
    private static final List<String> WITH_VALUE = List.of("--lang", "--as", "--home", "--config", "--color");
    private static final List<String> GLOBAL = List.of(
            "--lang",
            "--as",
            "--home",
            "--config",
            "--color",
            "--json",
            "-q",
            "--quiet",
            "-v",
            "--verbose",
            "-n",
            "--dry-run",
            "-y",
            "--yes",
            "--no-input");

    /** @throws VigilException USAGE for an unknown noun or verb */
    static Resolution of(String[] args) {
        boolean help = false;
        for (String arg : args) {
            if (arg.equals("--")) {
                break;
            }
            help |= arg.equals("-h") || arg.equals("--help");
        }
        String words = "";
        boolean verb = false;
        boolean topic = false;
        boolean raw = false;
        // A verb may have verbs below it: "extract hold", "extract hold list". Only flags of every verb stand between.
        boolean open = true;
        List<String> rest = new ArrayList<>(args.length);
        for (int i = 0; i < args.length; i++) {
            String arg = args[i];
            if (raw) {
                rest.add(arg);
            } else if (arg.equals("--")) {
                raw = true;
                rest.add(arg);
            } else if (arg.equals("-h") || arg.equals("--help")) {
                continue;
            } else if (arg.startsWith("-") && arg.length() > 1) {
                if (words.isEmpty() && arg.equals("--version")) {
                    words = "version";
                    verb = true;
                    continue;
                }
                rest.add(arg);
                open &= GLOBAL.contains(arg);
                if (WITH_VALUE.contains(arg) && i + 1 < args.length) {
                    rest.add(args[++i]);
                }
            } else if (verb) {
                if (open && Commands.isVerb(words + " " + arg)) {
                    words = words + " " + arg;
                } else {
                    rest.add(arg);
                    open = false;
                }
            } else if (arg.equals("help") && words.isEmpty() && !topic) {
                topic = true;
            } else {
                String longer = words.isEmpty() ? arg : words + " " + arg;
                if (topic && words.isEmpty() && Commands.isVerb("help " + arg)) {
                    words = "help " + arg;
                    verb = true;
                    topic = false;
                } else if (Commands.isVerb(longer)) {
                    words = longer;
                    verb = true;
                } else if (Commands.isGroup(longer) && !longer.equals("help")) {
                    words = longer;
                } else if (help && !words.isEmpty()) {
                    break;
                } else {
                    throw unknown(words, arg);
                }
            }
        }
        boolean wantsHelp = help || topic || words.isEmpty() && rest.isEmpty();
        if (!verb && !wantsHelp) {
            throw missing(words);
        }
        return new Resolution(words, rest, wantsHelp);
    }

    private static VigilException unknown(String group, String word) {
        VigilException e = group.isEmpty()
                ? new VigilException(ErrorKind.USAGE, "VG-CLI-COMMAND", CliText.NO_SUCH_COMMAND.with(word))
                : new VigilException(ErrorKind.USAGE, "VG-CLI-VERB", CliText.NO_SUCH_VERB.with(group, word));
        List<String> known = Commands.below(group);
        String near = Nearest.of(word, known);
        if (near != null) {
            e.why(CliText.DID_YOU_MEAN.with(near));
        } else if (!group.isEmpty()) {
            e.why(CliText.VERBS_ARE.with(String.join(", ", known)));
        }
        return e.next(CliText.SEE_HELP.with(group.isEmpty() ? "vigil --help" : "vigil " + group + " --help"));
    }

    private static VigilException missing(String group) {
        String command = group.isEmpty() ? "vigil" : "vigil " + group;
        return new VigilException(ErrorKind.USAGE, "VG-CLI-VERB", CliText.VERB_MISSING.with(command))
                .why(CliText.VERBS_ARE.with(String.join(", ", Commands.below(group))))
                .next(CliText.SEE_HELP.with(command + " --help"));
    }
}
