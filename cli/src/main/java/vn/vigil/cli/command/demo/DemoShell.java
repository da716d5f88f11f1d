package vn.vigil.cli.command.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Shell;
import vn.vigil.cli.view.Tone;
import vn.vigil.text.Neutral;

/**
 * Runs each command of the demonstration as a process of its own, shows it as the user would type it, and its true output.
 * One thread.
 */
final class DemoShell {
    /** What a command printed, and how it ended. */
    record Ran(int exit, String output) {
        /** The first word of the output that begins so; null when there is none. */
        String word(String beginning) {
            for (String word : output.split("\\s+")) {
                if (word.startsWith(beginning)) {
                    return word;
                }
            }
            return null;
        }
    }

    private final Out out;
    private final Path home;
    private final List<String> vigil;
    private final Map<String, String> environment;
    private Process running;

    /**
     * @param home the site; shown as {@code $VIGIL_HOME}
     * @param vigil how this very program is started
     * @param environment added to each command's
     */
    DemoShell(Out out, Path home, List<String> vigil, Map<String, String> environment) {
        this.out = out;
        this.home = home;
        this.vigil = vigil;
        this.environment = environment;
    }

    Ran vigil(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(vigil);
        StringBuilder shown = new StringBuilder("$ vigil");
        for (String argument : arguments) {
            command.add(argument);
            shown.append(' ').append(quoted(argument));
        }
        return run(shown.toString(), command, home);
    }

    /** A line for the shell, run in {@code folder}. */
    Ran line(String line, Path folder) throws IOException, InterruptedException {
        return run("$ " + line, List.of("sh", "-c", line), folder);
    }

    /** True when the program is on the PATH. */
    boolean has(String program) {
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        for (String folder : path.split(":")) {
            if (Files.isExecutable(Path.of(folder.isEmpty() ? "." : folder, program))) {
                return true;
            }
        }
        return false;
    }

    private Ran run(String shown, List<String> command, Path folder) throws IOException, InterruptedException {
        out.line("").line(shown, Tone.STRONG);
        out.flush();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        synchronized (this) {
            running = builder.start();
        }
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int exit = running.waitFor();
        for (String line : output.lines().toList()) {
            out.line(Neutral.line(line));
        }
        if (exit != 0) {
            out.line("[exit " + exit + "]", Tone.FAINT);
        }
        out.flush();
        return new Ran(exit, output);
    }

    /** Ends the command that is running, if any. From any thread. */
    synchronized void stop() {
        if (running != null) {
            running.destroy();
        }
    }

    private String quoted(String argument) {
        String prefix = home.toString();
        String text = argument;
        boolean inside = text.startsWith(prefix + "/");
        if (inside) {
            text = text.substring(prefix.length());
        }
        String body = Shell.quoted(text);
        return inside ? "\"$VIGIL_HOME\"" + body : body;
    }
}
