package vn.vigil.cli.faults;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@link FailingDiskRounds} in a JVM whose default file system fails where it is told to. */
class FailingDiskTest {
    @TempDir
    Path folder;

    @Test
    void everyWritingVerbOfACaseOutlivesEveryFailureOfTheDisk() throws Exception {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.nio.file.spi.DefaultFileSystemProvider=" + FailingDisk.class.getName(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                FailingDiskRounds.class.getName(),
                folder.toString()));
        Path told = folder.resolveSibling(folder.getFileName() + ".told");
        Process rounds = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(told.toFile())
                .start();
        try {
            assertTrue(rounds.waitFor(10, TimeUnit.MINUTES), "still at it");
        } finally {
            rounds.destroyForcibly();
        }
        List<String> said = Files.readAllLines(told);
        assertTrue(said.size() == 1 && said.get(0).startsWith("ROUNDS "), String.join("\n", said));
        assertTrue(Integer.parseInt(said.get(0).substring(7)) > 50, said.get(0));
        Files.delete(told);
    }
}
