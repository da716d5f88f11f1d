package vn.vigil.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import vn.vigil.app.Vigil;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.cli.command.Asking;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ClosedPipe;
import vn.vigil.cli.terminal.Colour;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Streams;
import vn.vigil.config.Config;
import vn.vigil.text.Lang;

/** The front door. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        World world = World.real();
        int code = run(args, Streams.process(world.environment()), world);
        // From JDK 21 on, exit looks for a logger to tell, which opens every jar; ending by itself means the same to
        // the caller.
        if (code != 0 || Thread.activeCount() > 1) {
            System.exit(code);
        }
    }

    /** Runs one command line; never throws. The number is the process's exit code. */
    public static int run(String[] args, Streams streams, World world) {
        CommandBase command = null;
        ExitCode code;
        VigilException failure;
        try {
            Resolution r = Resolution.of(args);
            if (r.help()) {
                Help.print(r.words(), streams, lang(args, world), colour(args, streams.outTerminal(), world));
                streams.out().flush();
                return ExitCode.OK.number();
            }
            command = Commands.create(r.words());
            List<String> rest = r.rest();
            if (command instanceof Asking asking) {
                if (Arguments.lack(command, asking, rest)) {
                    command.surround(world, streams);
                    if (command.mayAsk()) {
                        rest = Interview.complete(r.words(), command, rest, streams);
                    }
                }
                // Another one: the parser takes what it finds in the fields for their defaults.
                command = Commands.create(r.words());
            }
            Arguments.parse(r.words(), command, rest);
            command.surround(world, streams);
            return command.execute().number();
        } catch (ClosedPipe e) {
            return ExitCode.OK.number();
        } catch (VigilException e) {
            failure = e;
        } catch (UncheckedIOException e) {
            failure = new VigilException(
                    ErrorKind.FAILED,
                    "VG-OUTPUT",
                    CliText.OUTPUT_FAILED.with(String.valueOf(e.getCause().getMessage())));
        } catch (Exception | StackOverflowError | OutOfMemoryError | LinkageError e) {
            failure = BugReport.of(e, args, option(args, "--home"), world);
        }
        flush(streams);
        code = command != null && command.check() ? ExitCode.ofCheck(failure.kind()) : ExitCode.of(failure.kind());
        ErrorPrinter.print(
                streams,
                lang(args, world),
                has(args, "--json"),
                colour(args, streams.errTerminal(), world),
                failure,
                code);
        return code.number();
    }

    private static void flush(Streams streams) {
        try {
            streams.out().flush();
        } catch (java.io.IOException | RuntimeException e) {
            // The failure itself is what must be told now.
        }
    }

    /** The language for help and errors: as a command finds it, but a broken settings file falls back to the default. */
    private static Lang lang(String[] args, World world) {
        Lang flag = Lang.of(option(args, "--lang"));
        try (Vigil vigil =
                Vigil.open(world, new Vigil.Options(path(args, "--home"), path(args, "--config"), flag, null, false))) {
            return vigil.config().lang();
        } catch (RuntimeException e) {
            // The verb that needs the settings tells what is wrong with them.
            return Config.langOf(world, option(args, "--lang"));
        }
    }

    private static boolean colour(String[] args, boolean terminal, World world) {
        String when = option(args, "--color");
        for (Colour c : Colour.values()) {
            if (c.name().equalsIgnoreCase(when)) {
                return c.on(terminal, world.environment());
            }
        }
        return Colour.AUTO.on(terminal, world.environment());
    }

    private static boolean has(String[] args, String flag) {
        for (String arg : args) {
            if (arg.equals("--")) {
                return false;
            }
            if (arg.equals(flag)) {
                return true;
            }
        }
        return false;
    }

    private static Path path(String[] args, String name) {
        String value = option(args, name);
        return value == null ? null : Path.of(value);
    }

    /** A global option's value before anything is parsed; null when absent. */
    private static String option(String[] args, String name) {
        for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
            if (args[i].equals(name)) {
                return i + 1 < args.length ? args[i + 1] : null;
            }
            if (args[i].startsWith(name) && args[i].startsWith("=", name.length())) {
                return args[i].substring(name.length() + 1);
            }
        }
        return null;
    }
}
