package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs that sign, by a real PKCS#11 library: SoftHSM, where it is installed. */
class TokenStoryTest {
    /** Not to be met by chance in a file. */
    private static final String PIN = "4071-hoa-sen-8265";

    @TempDir
    Path folder;

    private static Path module() {
        return Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib64/softhsm/libsofthsm.so",
                        "/usr/local/lib/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::isReadable)
                .findFirst()
                .orElse(null);
    }

    private String run(List<String> words) throws Exception {
        Path told = folder.resolve("told");
        ProcessBuilder builder =
                new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(told.toFile());
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(2, TimeUnit.MINUTES), "still at it");
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(told);
        assertEquals(0, process.exitValue(), said);
        return said;
    }

    @Test
    void keysOnATokenApproveRunAndCountersign() throws Exception {
        Path module = module();
        boolean tool = Files.isExecutable(Path.of("/usr/bin/softhsm2-util"));
        Assumptions.assumeTrue(module != null && tool, "SoftHSM is not installed (softhsm2): tokens are not tried");
        Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + folder.resolve("tokens")
                        + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        Path pin = folder.resolve("pin");
        Files.createFile(pin, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(pin, (PIN + "\n").getBytes(StandardCharsets.US_ASCII));
        run(List.of(
                "/usr/bin/softhsm2-util",
                "--init-token",
                "--free",
                "--label",
                "vigil",
                "--pin",
                PIN,
                "--so-pin",
                "so-" + PIN));
        String said = run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                TokenStory.class.getName(),
                folder.resolve("story").toString(),
                module.toString(),
                pin.toString()));
        assertTrue(said.endsWith("HELD\n"), said);
    }
}
