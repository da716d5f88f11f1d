package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/quarterly-report.sh} as cron starts it: a process with hardly any environment, around a tiny vigil that the test writes. */
class QuarterlyReportStoryTest {
    @TempDir
    Path folder;

    private Path bin;
    private Path out;

    private record Ran(int exit, String out, String err) {}

    @BeforeEach
    void folders() throws IOException {
        bin = Files.createDirectory(folder.resolve("bin"));
        out = folder.resolve("papers");
    }

    private Ran run(Map<String, String> more, String... words) throws Exception {
        Path script = Path.of("").toAbsolutePath();
        while (!Files.exists(script.resolve("scripts/quarterly-report.sh"))) {
            script = script.getParent();
        }
        List<String> command = new java.util.ArrayList<>(
                List.of("/bin/sh", script.resolve("scripts/quarterly-report.sh").toString()));
        command.addAll(List.of(words));
        Path said = folder.resolve("out");
        Path complained = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(said.toFile()).redirectError(complained.toFile());
        Map<String, String> environment = new HashMap<>(more);
        environment.put("PATH", bin + ":/usr/bin:/bin");
        environment.put("VIGIL_ETC", folder.resolve("etc").toString());
        environment.putIfAbsent("VIGIL_REPORT_OUT", out.toString());
        environment.put("VIGIL_LANG", "en");
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Ran(
                process.exitValue(),
                Files.readString(said, StandardCharsets.UTF_8),
                Files.readString(complained, StandardCharsets.UTF_8));
    }

    /** A vigil that writes down what it was asked, then does what the lines say. */
    private void tiny(String... lines) throws IOException {
        Files.deleteIfExists(folder.resolve("args"));
        Path file = Files.writeString(
                bin.resolve("vigil"),
                "#!/bin/sh\nprintf '%s\\n' \"$*\" >> " + folder.resolve("args") + "\n" + String.join("\n", lines)
                        + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> asked() throws IOException {
        return Files.readAllLines(folder.resolve("args"));
    }

    @Test
    void theDraftIsMadeCheckedAndMailedOnce() throws Exception {
        tiny("[ \"$2\" = quarter ] && : > " + out + "/bao-cao-2026-Q3.docx", "exit 0");
        Map<String, String> october = Map.of("VIGIL_REPORT_TODAY", "2026-10-02");
        assertEquals(new Ran(0, "", ""), run(october));
        String prefix = out + "/bao-cao-2026-Q3";
        assertEquals(
                List.of(
                        "report quarter 2026-Q3 --format docx,pdf,xlsx --out " + prefix + " --quiet --if-due --mail",
                        "report check " + prefix + ".docx --quiet"),
                asked());
        assertEquals(0, run(october).exit());
        assertEquals(2, asked().size(), "a draft that is there stays");
        assertEquals(
                0, run(Map.of("VIGIL_REPORT_MAIL", "no"), "--period", "2026-Q3").exit());
        assertTrue(
                asked().contains("report quarter 2026-Q3 --format docx,pdf,xlsx --out " + prefix + " --quiet --force"),
                asked().toString());
    }

    @Test
    void beforeItsDayNothingIsThereToBeChecked() throws Exception {
        tiny("exit 0");
        assertEquals(new Ran(0, "", ""), run(Map.of("VIGIL_REPORT_TODAY", "2027-01-01")));
        assertEquals(1, asked().size());
        assertTrue(asked().get(0).startsWith("report quarter 2026-Q4 "), asked().toString());
    }

    @Test
    void whatGoesWrongIsToldWithItsCode() throws Exception {
        tiny("[ \"$2\" = quarter ] && : > " + out + "/bao-cao-2026-Q3.docx && exit 0", "echo 'margin wrong'", "exit 2");
        Ran form = run(Map.of("VIGIL_REPORT_TODAY", "2026-10-02"));
        assertEquals(2, form.exit());
        assertEquals("margin wrong\n", form.out());

        Files.delete(out.resolve("bao-cao-2026-Q3.docx"));
        tiny("echo 'vigil: error: no store' >&2", "exit 10");
        Ran none = run(Map.of("VIGIL_REPORT_TODAY", "2026-10-02"));
        assertEquals(3, none.exit());
        assertTrue(none.err().contains("no store") && none.err().contains("ended with code 10"), none.err());

        assertEquals(3, run(Map.of(), "--period", "2026-13").exit());
        assertEquals(3, run(Map.of(), "--perod", "2026-Q1").exit());
        assertEquals(3, run(Map.of("VIGIL_REPORT_OUT", "")).exit());
        Files.delete(bin.resolve("vigil"));
        assertEquals(3, run(Map.of("VIGIL_COMMAND", "no-such-vigil")).exit());
    }
}
