package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.World;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.store.Lease;
import vn.vigil.store.Store;

/**
 * {@code scripts/health-check.sh} as cron starts it: a process with hardly any environment, once around a tiny vigil that the test
 * writes, once around the real one.
 */
class HealthCheckStoryTest {
    private static final Path SCRIPTS = scripts();

    @TempDir
    Path folder;

    private Path bin;

    private static Path scripts() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("scripts/health-check.sh"))) {
            at = at.getParent();
        }
        return at.resolve("scripts");
    }

    @BeforeEach
    void emptyPath() throws Exception {
        bin = Files.createDirectory(folder.resolve("bin"));
    }

    private record Ran(int exit, String out, String err) {
        List<String> complaints() {
            return err.isEmpty() ? List.of() : List.of(err.split("\n"));
        }
    }

    private Ran run(Map<String, String> environment, String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", SCRIPTS.resolve("health-check.sh").toString()));
        command.addAll(List.of(words));
        return shell(environment, command);
    }

    private Ran shell(Map<String, String> environment, List<String> command) throws Exception {
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin + ":/usr/bin:/bin");
        builder.environment().put("VIGIL_ETC", folder.resolve("etc").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Ran(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** A vigil that does what the lines say; {@code args} beside it holds what it was asked. */
    private void tiny(String... lines) throws IOException {
        program("vigil", "printf '%s\\n' \"$*\" > " + folder.resolve("args") + "\n" + String.join("\n", lines));
    }

    private void program(String name, String body) throws IOException {
        Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private String asked() throws IOException {
        return Files.readString(folder.resolve("args")).strip();
    }

    @Test
    void whenAllIsWellNothingIsSaid() throws Exception {
        tiny("exit 0");
        assertEquals(new Ran(0, "", ""), run(Map.of()));
        assertEquals("camera check --quiet --deadline 4m", asked());
    }

    @Test
    void eachFindingIsALineAndTheCodeComesThrough() throws Exception {
        for (int code = 1; code <= 3; code++) {
            tiny(
                    "printf 'gate-1\\tCổng\\tdown\\tunreachable\\n'",
                    "printf 'gate-2\\tNgõ\\tdegraded\\tblack\\n'",
                    "exit " + code);
            Ran ran = run(Map.of("LC_ALL", "C"));
            assertEquals(code, ran.exit());
            assertEquals("gate-1\tCổng\tdown\tunreachable\ngate-2\tNgõ\tdegraded\tblack\n", ran.out());
            assertEquals("", ran.err());
        }
    }

    @Test
    void whatIsNoVerdictIsUnknownAndOneLine() throws Exception {
        tiny("exit 70");
        Ran ran = run(Map.of("VIGIL_LANG", "en"));
        assertEquals(3, ran.exit());
        assertEquals("health-check: vigil ended with code 70\n", ran.err());

        tiny("printf 'vigil: error: one\\n  why:  two\\n  next: three\\n  [VG-X, exit 3]\\n' >&2", "exit 3");
        ran = run(Map.of());
        assertEquals(3, ran.exit());
        assertEquals("vigil: error: one; why:  two; next: three; [VG-X, exit 3]\n", ran.err());

        ran = run(Map.of("VIGIL_COMMAND", "no-such-vigil"));
        assertEquals(3, ran.exit());
        assertEquals(1, ran.complaints().size());
        assertTrue(ran.err().contains("không tìm thấy vigil: no-such-vigil"), ran.err());

        ran = run(Map.of("VIGIL_CHECK_DEADLINE", "soon", "LANG", "en_GB.UTF-8"));
        assertEquals(3, ran.exit());
        assertTrue(ran.err().contains("VIGIL_CHECK_DEADLINE must be like 240s"), ran.err());
    }

    @Test
    void flagsComeFromTheFileTheEnvironmentAndTheCommandLine() throws Exception {
        tiny("printf '%s\\n' \"$VIGIL_HOME\" >> " + folder.resolve("args"));
        Path conf = Files.createDirectory(folder.resolve("etc")).resolve("health-check.conf");
        Files.writeString(
                conf,
                "VIGIL_HOME='/srv/one site'\nVIGIL_CHECK_DEADLINE=90\nVIGIL_CHECK_OPTIONS='--light --shard 1/2'\n");
        Files.setPosixFilePermissions(conf, PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(new Ran(0, "", ""), run(Map.of("VIGIL_METRICS_OUT", "/var/m x.prom"), "gate-1"));
        assertEquals(
                "camera check --quiet --deadline 90s --metrics-out /var/m x.prom --light --shard 1/2 gate-1\n/srv/one site",
                asked());
        assertEquals(
                0,
                run(Map.of("VIGIL_HOME", "/srv/two", "VIGIL_CHECK_OPTIONS", "")).exit());
        assertEquals("camera check --quiet --deadline 90s\n/srv/two", asked());
        assertEquals(0, run(Map.of(), "--freshness", "15m").exit());
        assertEquals("camera check --quiet --freshness 15m\n/srv/one site", asked());
    }

    @Test
    void aSettingsFileThatOthersMayWriteIsNotRun() throws Exception {
        tiny("exit 0");
        Path conf = Files.createDirectory(folder.resolve("etc")).resolve("health-check.conf");
        Files.writeString(conf, "touch " + folder.resolve("run") + "\n");
        for (String mode : List.of("rw-rw-r--", "rw-r--rw-")) {
            Files.setPosixFilePermissions(conf, PosixFilePermissions.fromString(mode));
            Ran ran = run(Map.of("VIGIL_LANG", "en"));
            assertEquals(3, ran.exit());
            assertEquals(1, ran.complaints().size());
            assertTrue(ran.err().contains("others may write it"), ran.err());
        }
        assertFalse(Files.exists(folder.resolve("run")));
        assertFalse(Files.exists(folder.resolve("args")));
    }

    @Test
    void aReaderThatGoesAwayAndAStuckVigilDoNotHoldItUp() throws Exception {
        tiny("i=0; while [ $i -lt 3000 ]; do echo line $i; i=$((i + 1)); done; exit 0");
        String script = SCRIPTS.resolve("health-check.sh").toString();
        Ran ran = shell(Map.of(), List.of("/bin/sh", "-c", script + " | head -n 1"));
        assertEquals("line 0\n", ran.out());
        assertEquals(0, ran.exit());

        // "timeout" stands for the real one, which would take half a minute here.
        program("timeout", "echo \"$1 $2 $3\" > " + folder.resolve("args") + "\nexit 124");
        ran = run(Map.of("VIGIL_LANG", "en", "VIGIL_CHECK_DEADLINE", "20s"));
        assertEquals(3, ran.exit());
        assertEquals("health-check: not finished after 50 seconds, and ended\n", ran.err());
        assertEquals("-k 10 50", asked());
    }

    // --- around the real vigil
    // ------------------------------------------------------------------------------------------

    /** As {@code scripts/vigil} starts it: UTF-8 whatever the locale, the user's own language in VIGIL_ORIG_LANG. */
    private void real() throws IOException {
        StringBuilder path = new StringBuilder();
        if (HealthCheckStoryTest.class.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                path.append(url.getPath()).append(File.pathSeparator);
            }
        } else {
            path.append(System.getProperty("java.class.path"));
        }
        program(
                "vigil",
                "export VIGIL_ORIG_LANG=\"${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}\" LC_ALL=C.UTF-8 VIGIL_TTY=000\n"
                        + "exec '" + System.getProperty("java.home") + "/bin/java' -XX:TieredStopAtLevel=1"
                        + " -XX:+UseSerialGC -cp '" + path + "' vn.vigil.cli.Main \"$@\"");
    }

    @Test
    void theRealOneTellsInEveryLocaleAndNeverRunsTwice() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self")), "leases of this machine are told by /proc");
        real();
        Path home = folder.resolve("site");
        Map<String, String> site = Map.of("VIGIL_HOME", home.toString(), "VIGIL_CHECK_DEADLINE", "20s");
        Ran ran = run(site);
        assertEquals(3, ran.exit());
        assertEquals(1, ran.complaints().size(), ran.err());

        Story story = new Story(home);
        story.run("init", "--no-input").ends(ExitCode.OK);
        assertEquals(new Ran(0, "", ""), run(site));
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = socket.getLocalPort();
        }
        story.run(
                        "camera",
                        "add",
                        "gate-1",
                        "--name",
                        "Cổng số 1 – Nguyễn Thị Lụa",
                        "--url",
                        "rtsp://127.0.0.1:" + closed + "/a")
                .ends(ExitCode.OK);
        for (String locale : List.of("C", "POSIX", "vi_VN.UTF-8")) {
            ran = run(with(site, "LC_ALL", locale));
            assertEquals(2, ran.exit(), ran.err());
            assertEquals("", ran.err());
            assertEquals(1, ran.out().split("\n").length, ran.out());
            assertTrue(ran.out().startsWith("gate-1\tCổng số 1 – Nguyễn Thị Lụa\tdown\tunreachable\t"), ran.out());
        }

        Config config = Config.load(World.real(), Home.of(World.real(), home), null);
        try (Store store = Store.open(config.home(), config, World.real())) {
            Lease first = Lease.take(store, "camera-check", Duration.ofMinutes(5));
            ran = run(with(site, "LC_ALL", "C"));
            assertEquals(3, ran.exit());
            assertEquals("", ran.out());
            assertEquals(1, ran.complaints().size(), ran.err());
            assertTrue(ran.err().contains("đang chạy") && ran.err().contains("VG-STORE-LEASE-HELD"), ran.err());
            assertEquals(new Ran(0, "", ""), run(with(site, "VIGIL_CHECK_IF_BUSY", "skip")));
            first.close();
            assertEquals(2, run(site).exit());
        }
    }

    private static Map<String, String> with(Map<String, String> environment, String name, String value) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.put(name, value);
        return all;
    }
}
