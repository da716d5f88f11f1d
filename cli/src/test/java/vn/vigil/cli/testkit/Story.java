package vn.vigil.cli.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import vn.vigil.cli.Main;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Streams;
import vn.vigil.testkit.TestWorld;

/** A site in a folder of its own, and commands run against it one after the other. English unless a command says otherwise. */
public final class Story {
    private final TestWorld world = TestWorld.create();
    private final Path home;
    private boolean terminal;

    public Story(Path home) {
        this.home = home;
        world.home(home)
                .environment("VIGIL_LANG", "en")
                .environment("VIGIL_ETC", home.resolve("etc").toString())
                .environment("HOME", home.resolve("login").toString());
    }

    public TestWorld world() {
        return world;
    }

    public Path home() {
        return home;
    }

    /** From now on standard output and error are terminals; input never is, so nothing asks. */
    public Story onTerminal() {
        terminal = true;
        return this;
    }

    /** Runs one command line, its words as the shell would hand them over. */
    public Run run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Streams streams = new Streams(new ByteArrayInputStream(new byte[0]), out, err, false, terminal, terminal);
        int exit = Main.run(words, streams, world);
        return new Run(
                String.join(" ", words),
                exit,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    /** Every file under the home with its content's hash code and mode: for proving that nothing was written. */
    public Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        if (!Files.exists(home)) {
            return files;
        }
        try (Stream<Path> all = Files.walk(home)) {
            for (Path p : all.toList()) {
                String mode = java.nio.file.attribute.PosixFilePermissions.toString(Files.getPosixFilePermissions(p));
                boolean sharedMemory =
                        p.toString().endsWith("-shm") || p.toString().endsWith("-wal");
                files.put(
                        home.relativize(p).toString(),
                        mode
                                + (Files.isDirectory(p) || sharedMemory
                                        ? ""
                                        : " " + java.util.Arrays.hashCode(Files.readAllBytes(p))));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** What came of a command. */
    public record Run(String line, int exit, String out, String err) {
        public Run ends(ExitCode code) {
            Assertions.assertEquals(code.number(), exit, () -> "vigil " + line + "\n" + out + err);
            return this;
        }

        /** Standard output holds the text. */
        public Run says(String text) {
            Assertions.assertTrue(
                    out.contains(text), () -> "vigil " + line + " does not say '" + text + "':\n" + out + err);
            return this;
        }

        /** Standard output does not hold the text. */
        public Run saysNot(String text) {
            Assertions.assertFalse(out.contains(text), () -> "vigil " + line + " says '" + text + "':\n" + out);
            return this;
        }

        /** Standard error holds the text. */
        public Run complains(String text) {
            Assertions.assertTrue(
                    err.contains(text), () -> "vigil " + line + " does not complain '" + text + "':\n" + out + err);
            return this;
        }

        public Run withoutOutput() {
            Assertions.assertEquals("", out, () -> "vigil " + line);
            return this;
        }

        public Run withoutComplaint() {
            Assertions.assertEquals("", err, () -> "vigil " + line);
            return this;
        }
    }
}
