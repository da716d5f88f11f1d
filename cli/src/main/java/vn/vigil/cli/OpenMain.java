package vn.vigil.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.vigil.base.World;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Streams;
import vn.vigil.config.Config;
import vn.vigil.text.Texts;

/**
 * The front door of {@code vigil-open.jar}, for those who receive packages: opens and judges them on any Java 17, without a site, a
 * network or any other file. What it takes is what {@code vigil extract open} takes; {@code verify} in front only judges.
 */
public final class OpenMain {
    private static final Set<String> HELP = Set.of("--help", "-h", "help");

    private OpenMain() {}

    public static void main(String[] args) {
        World world = World.real();
        boolean terminal = terminal();
        Streams streams = new Streams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                terminal,
                terminal,
                terminal);
        int code = run(args, streams, world);
        if (code != 0) {
            System.exit(code);
        }
    }

    /** Runs one command line; never throws. The number is the process's exit code. */
    static int run(String[] args, Streams streams, World world) {
        List<String> words = new ArrayList<>(Arrays.asList(args));
        if (words.isEmpty() || HELP.contains(words.get(0))) {
            return howTo(words, streams, world);
        }
        String verb = words.get(0).equals("verify") || words.get(0).equals("open") ? words.remove(0) : "open";
        words.addAll(0, List.of("extract", verb));
        return Main.run(words.toArray(new String[0]), streams, world);
    }

    private static int howTo(List<String> words, Streams streams, World world) {
        int at = words.indexOf("--lang");
        String asked = at >= 0 && at + 1 < words.size() ? words.get(at + 1) : null;
        String text = Texts.render(CliText.OPEN_HOW_TO.with(), Config.langOf(world, asked));
        try {
            streams.out().write((text + "\n").getBytes(StandardCharsets.UTF_8));
            streams.out().flush();
        } catch (IOException e) {
            return ExitCode.FAILED.number();
        }
        return ExitCode.OK.number();
    }

    /** From JDK 22 on there is always a console, and it says whether it is a terminal. */
    private static boolean terminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (ReflectiveOperationException e) {
            return true; // an older one is only there at a terminal
        }
    }
}
