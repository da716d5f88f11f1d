package vn.vigil.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.cli.terminal.Version;

/**
 * A fault of the program itself: the user gets one sentence and the name of a log file; the file gets class names and line
 * numbers, never the exceptions' messages, since those may quote anything.
 */
final class BugReport {
    private BugReport() {}

    static VigilException of(Throwable e, String[] args, String home, World world) {
        VigilException told = new VigilException(ErrorKind.BUG, "VG-BUG", CliText.BUG.with(e.getClass().getSimpleName()));
        try {
            Path folder = folder(home, world.environment());
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Path file = folder.resolve("bug-" + world.now().getEpochSecond() + ".log");
            StringBuilder text = new StringBuilder("vigil ").append(Version.NUMBER).append(" on Java ");
            text.append(Runtime.version()).append('\n');
            for (String arg : args) {
                if (!arg.startsWith("-")) {
                    text.append(arg).append(' ');
                    break;
                }
            }
            text.append('\n');
            for (Throwable t = e; t != null && text.length() < 100_000; t = t.getCause()) {
                text.append(t.getClass().getName()).append('\n');
                for (StackTraceElement frame : t.getStackTrace()) {
                    text.append("    at ").append(frame).append('\n');
                }
            }
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);
            return told.next(CliText.BUG_LOG.with(file.toString()));
        } catch (IOException | RuntimeException io) {
            return told.next(CliText.BUG_NO_LOG.with());
        }
    }

    private static Path folder(String home, Map<String, String> environment) {
        String root = home != null ? home : environment.get("VIGIL_HOME");
        if (root != null && !root.isEmpty()) {
            return Path.of(root, "state", "log");
        }
        String state = environment.get("XDG_STATE_HOME");
        return state != null && !state.isEmpty()
                ? Path.of(state, "vigil", "log")
                : Path.of(environment.getOrDefault("HOME", "."), ".local", "state", "vigil", "log");
    }
}
