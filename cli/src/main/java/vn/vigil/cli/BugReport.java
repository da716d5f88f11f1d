package vn.vigil.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Version;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Home;
import vn.vigil.config.PrivateFiles;

/**
 * A fault of the program itself: the user gets one sentence and the name of a log file; the file gets class names and line
 * numbers, never the exceptions' messages, since those may quote anything.
 */
final class BugReport {
    private BugReport() {}

    static VigilException of(Throwable e, String[] args, String home, World world) {
        VigilException told = new VigilException(
                ErrorKind.BUG, "VG-BUG", CliText.BUG.with(e.getClass().getSimpleName()));
        try {
            Path folder = PrivateFiles.folder(
                    Home.of(world, home == null ? null : Path.of(home)).log());
            Path file = folder.resolve("bug-" + world.now().getEpochSecond() + ".log");
            StringBuilder text =
                    new StringBuilder("vigil ").append(Version.NUMBER).append(" on Java ");
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
            PrivateFiles.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
            return told.next(CliText.BUG_LOG.with(file.toString()));
        } catch (IOException | RuntimeException io) {
            return told.next(CliText.BUG_NO_LOG.with());
        }
    }
}
