package vn.vigil.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.Asking;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.command.Given;
import vn.vigil.text.Nearest;

/** Fills a command's fields from its arguments, and says in plain words what did not fit: all faults at once. */
final class Arguments {
    private Arguments() {}

    /** picocli's model of a command, with none of its own help, abbreviation, {@code @file} or variable magic. */
    static CommandLine parser(CommandBase command) {
        CommandLine line = new CommandLine(command);
        line.setExpandAtFiles(false);
        line.setInterpolateVariables(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setToggleBooleanFlags(false);
        Converters.register(line);
        line.getCommandSpec().parser().collectErrors(true).unmatchedOptionsArePositionalParams(false);
        return line;
    }

    /** @throws VigilException USAGE, naming every fault */
    static void parse(String words, CommandBase command, List<String> args) {
        if (!command.take(args)) {
            parse(words, args, parser(command));
        }
    }

    /** Whether nothing is wrong with the arguments but that something is missing; what is there is filled in then. */
    static boolean lack(CommandBase command, Asking asking, List<String> args) {
        List<Exception> errors =
                parser(command).parseArgs(args.toArray(new String[0])).errors();
        for (Exception e : errors) {
            if (!(e instanceof CommandLine.MissingParameterException m)) {
                return false;
            }
            for (ArgSpec missing : m.getMissing()) {
                if (!(missing instanceof OptionSpec option)) {
                    return false;
                }
                for (String name : option.names()) {
                    if (args.contains(name)) {
                        return false;
                    }
                }
            }
        }
        return !errors.isEmpty() || asking.lacks(new Given(args));
    }

    /** What is wrong with one option's value by its form; null when nothing is. */
    static Message wrong(CommandBase command, String option, String value) {
        CommandLine line = parser(command);
        List<String> args = List.of(option, value);
        List<Message> faults = new ArrayList<>();
        for (Exception e : line.parseArgs(args.toArray(new String[0])).errors()) {
            if (!(e instanceof CommandLine.MissingParameterException)) {
                add(faults, e, line.getCommandSpec(), args);
            }
        }
        return faults.isEmpty() ? null : faults.get(0);
    }

    private static void parse(String words, List<String> args, CommandLine line) {
        List<Exception> errors = line.parseArgs(args.toArray(new String[0])).errors();
        if (errors.isEmpty()) {
            return;
        }
        List<Message> faults = new ArrayList<>();
        boolean notUnderstood = misreadPositional(errors);
        for (Exception e : errors) {
            if (notUnderstood && follows(e)) {
                continue;
            }
            add(faults, e, line.getCommandSpec(), args);
        }
        VigilException e;
        if (faults.size() == 1) {
            e = new VigilException(ErrorKind.USAGE, "VG-CLI-ARGUMENTS", faults.get(0));
        } else {
            e = new VigilException(
                    ErrorKind.USAGE,
                    "VG-CLI-ARGUMENTS",
                    CliText.COMMAND_LINE_WRONG.with("vigil " + words, faults.size()));
            for (Message fault : faults) {
                e.why(fault);
            }
        }
        for (String arg : args) {
            if (arg.startsWith("--pass")
                    && !arg.startsWith("--passphrase-file")
                    && !arg.startsWith("--password-file")) {
                e.why(CliText.PASSWORD_NEVER.with());
                break;
            }
        }
        throw e.next(CliText.SEE_HELP.with("vigil " + words + " --help"));
    }

    /** Whether an argument without a flag could not be read; the parser then also calls it missing and one too many. */
    private static boolean misreadPositional(List<Exception> errors) {
        for (Exception e : errors) {
            if (!follows(e)
                    && e instanceof CommandLine.ParameterException p
                    && p.getArgSpec() instanceof PositionalParamSpec) {
                return true;
            }
        }
        return false;
    }

    private static boolean follows(Exception e) {
        if (e instanceof CommandLine.UnmatchedArgumentException u) {
            for (String arg : u.getUnmatched()) {
                if (arg.startsWith("-")) {
                    return false;
                }
            }
            return true;
        }
        return e instanceof CommandLine.MissingParameterException m
                && m.getMissing().stream().allMatch(PositionalParamSpec.class::isInstance);
    }

    private static void add(List<Message> faults, Exception e, CommandSpec spec, List<String> args) {
        if (e instanceof CommandLine.UnmatchedArgumentException u) {
            unmatched(faults, u.getUnmatched(), spec);
        } else if (e instanceof CommandLine.OverwrittenOptionException o) {
            faults.add(CliText.GIVEN_TWICE.with(name(o.getOverwritten())));
        } else if (e instanceof CommandLine.MissingParameterException m) {
            for (ArgSpec missing : m.getMissing()) {
                if (missing instanceof OptionSpec option) {
                    boolean named = false;
                    for (String name : option.names()) {
                        named |= args.contains(name);
                    }
                    faults.add((named ? CliText.VALUE_MISSING : CliText.OPTION_MISSING)
                            .with(option.longestName(), option.paramLabel()));
                } else {
                    faults.add(CliText.ARGUMENT_MISSING.with(missing.paramLabel()));
                }
            }
        } else if (e instanceof CommandLine.ParameterException p && p.getArgSpec() != null) {
            ArgSpec arg = p.getArgSpec();
            String value = p.getValue() == null ? "" : p.getValue();
            Class<?> type = valueType(arg);
            if (type.isEnum()) {
                faults.add(CliText.BAD_CHOICE.with(name(arg), value, choices(type)));
            } else if (value.isEmpty()) {
                faults.add(CliText.VALUE_MISSING.with(name(arg), arg.paramLabel()));
            } else {
                faults.add(CliText.BAD_VALUE.with(name(arg), value));
            }
        } else {
            faults.add(CliText.BAD_VALUE.with("", String.valueOf(e.getMessage())));
        }
    }

    /** Unknown options are named without their values: what follows one may be a secret typed where none belongs. */
    private static void unmatched(List<Message> faults, List<String> unmatched, CommandSpec spec) {
        boolean option = false;
        for (String arg : unmatched) {
            if (arg.startsWith("-") && arg.length() > 1) {
                option = true;
                int equals = arg.indexOf('=');
                String name = equals < 0 ? arg : arg.substring(0, equals);
                List<String> known = new ArrayList<>();
                for (OptionSpec o : spec.options()) {
                    known.add(o.longestName());
                }
                String near = Nearest.of(name, known);
                String shown = name.startsWith("--") ? name : name.substring(0, 2);
                Message fault = near == null
                        ? CliText.UNKNOWN_OPTION.with(shown)
                        : CliText.UNKNOWN_OPTION_NEAR.with(shown, near);
                if (!faults.contains(fault)) {
                    faults.add(fault);
                }
            }
        }
        if (!option) {
            for (String arg : unmatched) {
                faults.add(CliText.EXTRA_ARGUMENT.with(arg));
            }
        }
    }

    /** The type of one value: of a list's elements, if it is one. */
    static Class<?> valueType(ArgSpec arg) {
        boolean many = arg.type().isArray() || java.util.Collection.class.isAssignableFrom(arg.type());
        return many ? arg.auxiliaryTypes()[0] : arg.type();
    }

    static String choices(Class<?> type) {
        StringBuilder out = new StringBuilder();
        for (Object constant : type.getEnumConstants()) {
            out.append(out.length() == 0 ? "" : ", ").append(word((Enum<?>) constant));
        }
        return out.toString();
    }

    /** An enum constant as the user types it. */
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : ((PositionalParamSpec) arg).paramLabel();
    }
}
