package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.World;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/**
 * {@code scripts/shift-rotation.sh} as cron starts it: a process with hardly any environment, around a tiny vigil that the test
 * writes, and twice around the real one.
 */
class ShiftRotationStoryTest {
    private static final Path SCRIPTS = scripts();

    @TempDir
    Path folder;

    private Path bin;
    private Path home;

    private static Path scripts() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.exists(at.resolve("scripts/shift-rotation.sh"))) {
            at = at.getParent();
        }
        return at.resolve("scripts");
    }

    @BeforeEach
    void emptyPath() throws Exception {
        bin = Files.createDirectory(folder.resolve("bin"));
        home = Files.createDirectory(folder.resolve("site"));
    }

    private record Ran(int exit, String out, String err) {}

    private Ran run(Map<String, String> environment, String... words) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("/bin/sh", SCRIPTS.resolve("shift-rotation.sh").toString()));
        command.addAll(List.of(words));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin + ":/usr/bin:/bin");
        builder.environment().put("VIGIL_ETC", folder.resolve("etc").toString());
        builder.environment().put("VIGIL_HOME", home.toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        assertTrue(process.waitFor(180, TimeUnit.SECONDS));
        return new Ran(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** A vigil that writes down what it was asked and does what the lines say; {@code $*} is what it was asked. */
    private void tiny(String... lines) throws IOException {
        Files.deleteIfExists(folder.resolve("args"));
        program("printf '%s\\n' \"$*\" >> " + folder.resolve("args") + "\n" + String.join("\n", lines));
    }

    private void program(String body) throws IOException {
        Path file = Files.writeString(bin.resolve("vigil"), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private List<String> asked() throws IOException {
        Path args = folder.resolve("args");
        return Files.exists(args) ? Files.readAllLines(args) : List.of();
    }

    private void nothingIsLeftBehind() {
        assertFalse(Files.exists(home.resolve("shift-rotation.lock")));
    }

    @Test
    void onItsDayTheNextMonthIsMadeCheckedPublishedAndPeopleAreReminded() throws Exception {
        tiny("exit 0");
        assertEquals(new Ran(0, "", ""), run(Map.of("VIGIL_ROTATION_TODAY", "2026-11-20", "VIGIL_ROTATION_AS", "an")));
        assertEquals(
                List.of(
                        "roster check --month 2026-12 --json",
                        "roster generate --month 2026-12 --as an --quiet",
                        "roster check --month 2026-12 --quiet",
                        "roster publish --month 2026-12 --as an --quiet",
                        "roster remind --before 24h --quiet"),
                asked());
        nothingIsLeftBehind();

        tiny("exit 0");
        assertEquals(0, run(Map.of("VIGIL_ROTATION_TODAY", "2026-11-19")).exit());
        assertEquals(List.of("roster remind --before 24h --quiet"), asked());
        tiny("exit 0");
        assertEquals(
                0,
                run(Map.of("VIGIL_ROTATION_TODAY", "2026-12-31", "VIGIL_REMIND_BEFORE", "", "VIGIL_ROTATION_DAY", "31"))
                        .exit());
        assertTrue(asked().contains("roster generate --month 2027-01 --quiet"), asked().toString());
        tiny("exit 0");
        assertEquals(
                0,
                run(Map.of("VIGIL_ROTATION_TODAY", "2026-09-08", "VIGIL_ROTATION_DAY", "8"))
                        .exit());
        assertTrue(asked().contains("roster generate --month 2026-10 --quiet"), asked().toString());
    }

    @Test
    void weeksBeginNextMondayAndEachIsPublishedByItself() throws Exception {
        tiny("exit 0");
        assertEquals(
                0,
                run(Map.of("VIGIL_ROTATION_TODAY", "2026-12-27", "VIGIL_REMIND_BEFORE", ""), "--weeks", "2")
                        .exit());
        assertEquals(
                List.of(
                        "roster publish --from 2026-12-28 --to 2027-01-03 --quiet",
                        "roster publish --from 2027-01-04 --to 2027-01-10 --quiet"),
                asked().stream().filter(a -> a.contains("publish")).toList());
        tiny("exit 0");
        assertEquals(
                0,
                run(Map.of("VIGIL_ROTATION_TODAY", "2028-02-21", "VIGIL_ROTATION_WEEKS", "1"))
                        .exit());
        assertTrue(asked().contains("roster generate --from 2028-02-28 --to 2028-03-05 --quiet"), asked().toString());
    }

    @Test
    void whatIsPublishedStaysAndAHoleIsTold() throws Exception {
        String published = "*--json*) echo '{\"publication\":\"ROS-2026-0001\"}' ;;";
        tiny("case \"$*\" in " + published + " *check*) echo trống; exit 2 ;; esac");
        Ran ran = run(Map.of("VIGIL_REMIND_BEFORE", ""), "--month", "2026-12");
        assertEquals(new Ran(2, "trống\n", ""), ran);
        assertEquals(2, asked().size(), asked().toString());

        tiny("case \"$*\" in *'check'*) echo trống; exit 2 ;; esac");
        ran = run(Map.of(), "--month=2026-12");
        assertEquals(new Ran(2, "trống\n", ""), ran);
        assertFalse(asked().toString().contains("publish"), asked().toString());
        assertTrue(asked().contains("roster remind --before 24h --quiet"), "reminders go out all the same");

        tiny("case \"$*\" in *check*quiet) echo lệch; exit 1 ;; esac");
        ran = run(Map.of(), "--month", "2026-12");
        assertEquals(new Ran(1, "lệch\n", ""), ran);
        assertTrue(asked().toString().contains("publish"), asked().toString());

        tiny(
                "case \"$*\" in *generate*) printf 'vigil: error: none\\n  why:  two\\n  [VG-X, exit 17]\\n' >&2; exit 17 ;; esac");
        ran = run(Map.of("VIGIL_REMIND_BEFORE", ""), "--month", "2026-12");
        assertEquals(new Ran(2, "", "vigil: error: none; why:  two; [VG-X, exit 17]\n"), ran);
        assertFalse(asked().toString().contains("publish"), asked().toString());

        tiny("exit 0");
        assertEquals(
                0,
                run(Map.of("VIGIL_ROTATION_PUBLISH", "no"), "--month", "2026-12")
                        .exit());
        assertFalse(asked().toString().contains("publish"), asked().toString());
    }

    @Test
    void whatCannotWorkEndsWithThreeAndOneLine() throws Exception {
        tiny("case \"$*\" in *publish*) exit 12 ;; esac");
        Ran ran = run(Map.of("VIGIL_LANG", "en"), "--month", "2026-12");
        assertEquals(new Ran(3, "", "shift-rotation: vigil roster publish ended with code 12\n"), ran);
        nothingIsLeftBehind();
        for (String[] wrong : new String[][] {{"--month", "12/2026"}, {"--month"}, {"--weeks", "0"}, {"--when"}}) {
            tiny("exit 0");
            ran = run(Map.of(), wrong);
            boolean nothing = wrong.length == 1 && wrong[0].equals("--month");
            if (!nothing) {
                assertEquals(3, ran.exit(), String.join(" ", wrong));
                assertEquals(1, ran.err().split("\n").length, ran.err());
                assertEquals(List.of(), asked());
            }
        }
        ran = run(Map.of("VIGIL_COMMAND", "no-such-vigil"));
        assertEquals(3, ran.exit());
        assertTrue(ran.err().contains("không tìm thấy vigil: no-such-vigil"), ran.err());

        Path conf = Files.createDirectory(folder.resolve("etc")).resolve("shift-rotation.conf");
        Files.writeString(conf, "touch " + folder.resolve("run") + "\n");
        Files.setPosixFilePermissions(conf, PosixFilePermissions.fromString("rw-rw-rw-"));
        ran = run(Map.of("VIGIL_LANG", "en"));
        assertEquals(3, ran.exit());
        assertTrue(ran.err().contains("others may write it"), ran.err());
        assertFalse(Files.exists(folder.resolve("run")));
    }

    @Test
    void twoRunsDoNotCollideAndADeadOneIsClearedAway() throws Exception {
        Path lock = Files.createDirectory(home.resolve("shift-rotation.lock"));
        Files.writeString(lock.resolve("pid"), ProcessHandle.current().pid() + "\n");
        tiny("exit 0");
        Ran ran = run(Map.of("VIGIL_LANG", "en"), "--month", "2026-12");
        assertEquals(3, ran.exit());
        assertTrue(ran.err().startsWith("shift-rotation: another run is still at it: "), ran.err());
        assertEquals(new Ran(0, "", ""), run(Map.of("VIGIL_ROTATION_IF_BUSY", "skip")));
        assertEquals(List.of(), asked());
        assertTrue(Files.exists(lock.resolve("pid")), "the other one's lock is its own");

        Process dead = new ProcessBuilder("/bin/sh", "-c", "exit 0").start();
        dead.waitFor();
        Files.writeString(lock.resolve("pid"), dead.pid() + "\n");
        assertEquals(new Ran(0, "", ""), run(Map.of(), "--month", "2026-12"));
        assertEquals(5, asked().size(), asked().toString());
        nothingIsLeftBehind();
    }

    // --- around the real vigil

    /** As {@code scripts/vigil} starts it: UTF-8 whatever the locale, the user's own language in VIGIL_ORIG_LANG. */
    private void real() throws IOException {
        StringBuilder path = new StringBuilder();
        if (ShiftRotationStoryTest.class.getClassLoader() instanceof URLClassLoader loader) {
            for (URL url : loader.getURLs()) {
                path.append(url.getPath()).append(File.pathSeparator);
            }
        } else {
            path.append(System.getProperty("java.class.path"));
        }
        program("export VIGIL_ORIG_LANG=\"${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}\" LC_ALL=C.UTF-8 VIGIL_TTY=000\n"
                + "exec '" + System.getProperty("java.home") + "/bin/java' -XX:TieredStopAtLevel=1"
                + " -XX:+UseSerialGC -Xshare:auto -cp '" + path + "' vn.vigil.cli.Main \"$@\"");
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                files.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    @Test
    void theRealOneMakesAMonthOnceAndTheSecondRunChangesNothing() throws Exception {
        real();
        Story story = new Story(home);
        story.run("init", "--no-input").ends(ExitCode.OK);
        String[][] team = {
            {"an", "Nguyễn Văn An", "team-leader"},
            {"hoa", "Lê Thị Hoa", "team-member"},
            {"dung", "Phạm Văn Dũng", "team-member"}
        };
        for (String[] one : team) {
            story.run(
                            "roster",
                            "member",
                            "add",
                            one[0],
                            "--name",
                            one[1],
                            "--office",
                            one[2],
                            "--from",
                            "2026-01-01",
                            "--phone",
                            "0900 000 001")
                    .ends(ExitCode.OK);
        }
        story.run("roster", "post", "add", "chinh", "--name", "Phòng trực", "--from", "2026-01-01", "--as", "an")
                .ends(ExitCode.OK);
        story.run(
                        "roster",
                        "shift",
                        "add",
                        "toi",
                        "--post",
                        "chinh",
                        "--name",
                        "Ca tối",
                        "--start",
                        "18:00",
                        "--end",
                        "21:00",
                        "--kind",
                        "by-telephone",
                        "--watchers",
                        "1",
                        "--counts",
                        "no",
                        "--from",
                        "2026-01-01",
                        "--as",
                        "an")
                .ends(ExitCode.OK);
        YearMonth month = YearMonth.from(
                        LocalDate.ofInstant(World.real().now(), java.time.ZoneId.of("Asia/Ho_Chi_Minh")))
                .plusMonths(2);
        Path out = folder.resolve("papers");
        Map<String, String> site =
                new HashMap<>(Map.of("VIGIL_ROTATION_AS", "an", "VIGIL_ROTATION_OUT", out.toString(), "LC_ALL", "C"));
        Map<String, String> before = story.files();
        Ran dry = run(site, "--month", month.toString(), "--dry-run");
        assertEquals(0, dry.exit(), dry.err());
        assertEquals(before.keySet(), story.files().keySet());
        assertFalse(Files.exists(out));
        story.run("roster", "check", "--month", month.toString()).ends(ExitCode.CRITICAL);

        Ran first = run(site, "--month", month.toString());
        assertTrue(first.exit() <= 1, first.out() + first.err());
        story.run("roster", "check", "--month", month.toString(), "--json").says("\"publication\":\"ROS-");
        Map<String, byte[]> made = files(out);
        assertEquals(
                List.of(
                        "lich-truc-" + month + "-an.ics",
                        "lich-truc-" + month + "-dung.ics",
                        "lich-truc-" + month + "-hoa.ics",
                        "lich-truc-" + month + ".ics",
                        "lich-truc-" + month + ".pdf"),
                new ArrayList<>(made.keySet()));
        String calendar = new String(made.get("lich-truc-" + month + ".ics"), StandardCharsets.UTF_8);
        assertEquals(month.lengthOfMonth() + 1, calendar.split("BEGIN:VEVENT", -1).length);
        assertTrue(calendar.contains("STATUS:CONFIRMED"), calendar);

        String ledger = story.run("ledger", "verify").out();
        Ran second = run(site, "--month", month.toString());
        assertEquals(new Ran(0, "", ""), second);
        assertEquals(ledger, story.run("ledger", "verify").out());
        Map<String, byte[]> again = files(out);
        assertEquals(made.keySet(), again.keySet());
        for (Map.Entry<String, byte[]> file : made.entrySet()) {
            assertArrayEquals(file.getValue(), again.get(file.getKey()), file.getKey());
        }
        nothingIsLeftBehind();
    }
}
