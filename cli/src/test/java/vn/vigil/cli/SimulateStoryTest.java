package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** Cameras to train on: served without a site, told of in every form, and gone when the command ends. */
class SimulateStoryTest {
    @TempDir
    Path folder;

    private Story story;

    @BeforeEach
    void nothing() {
        story = new Story(folder.resolve("site"));
    }

    private String password(String name) throws IOException {
        Path file = Files.createFile(
                folder.resolve(name),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, "word-of-the-day\n").toString();
    }

    @Test
    void eachCameraIsOneLineAndNothingIsWritten() throws Exception {
        Map<String, String> before = story.files();
        String file = password("pass word");
        Story.Run run = story.run(
                        "camera",
                        "simulate",
                        "--cameras",
                        "3",
                        "--name",
                        "yard",
                        "--fault",
                        "yard:frozen+no-recording",
                        "--fault",
                        "gate-1:dead",
                        "--login",
                        "admin",
                        "--password-file",
                        file,
                        "--gap",
                        "-10m..-8m",
                        "--clock-offset",
                        "-31m",
                        "--for",
                        "5m")
                .ends(ExitCode.OK)
                .complains("3 simulated cameras are served on this machine only, for 5m");
        String port = "127\\.0\\.0\\.1:\\d+";
        String login = " --user admin --password-file '" + Pattern.quote(file) + "'";
        String[] lines = run.out().split("\n");
        assertEquals(3, lines.length, run.out());
        matches(
                "yard\tfrozen\\+no-recording\t" + port + "\trtsp://" + port + "/live\t\thttp://" + port
                        + "/snapshot\\.jpg\t\t\t\tvigil camera add yard --onvif " + port + login,
                lines[0]);
        matches("gate-1\tdead\t.*\tvigil camera add gate-1 --url rtsp://" + port + "/live" + login, lines[1]);
        matches("gate-2\t\t.*\trtsp://" + port + "/replay\t.*", lines[2]);
        assertEquals(before, story.files());
        assertTrue(!run.out().contains("word-of-the-day"));
    }

    private static void matches(String pattern, String line) {
        assertTrue(line.matches(pattern), line);
    }

    @Test
    void onATerminalTheCommandsToTypeStandBelowTheTable() {
        story.onTerminal()
                .run("camera", "simulate", "--vendor", "dahua", "--for", "1m")
                .ends(ExitCode.OK)
                .says("Camera")
                .says("/cgi-bin/magicBox.cgi?action=getSystemInfo")
                .says("/cam/playback?channel=1&subtype=0")
                .says("\n  vigil camera add gate-1 --driver dahua --address 127.0.0.1:");
        story.run("--lang", "vi", "camera", "simulate", "--for", "1m").says("gõ ở một cửa sổ khác");
    }

    @Test
    void theJsonDocumentNamesEveryAddress() {
        Story.Run run = story.run("camera", "simulate", "--json", "--for", "1m", "--vendor", "hikvision")
                .ends(ExitCode.OK)
                .says("\"schema\":\"vigil.camera.simulate/1\"")
                .says("\"recordedFrom\":\"2026-03-02T06:35:00Z\"");
        Matcher key = Pattern.compile("\"(\\w+)\":").matcher(run.out());
        List<String> keys = new ArrayList<>();
        while (key.find()) {
            keys.add(key.group(1));
        }
        assertEquals(
                List.of(
                        "schema",
                        "zone",
                        "cameras",
                        "id",
                        "faults",
                        "onvif",
                        "live",
                        "replay",
                        "snapshot",
                        "vendor",
                        "name",
                        "http",
                        "live",
                        "playback",
                        "user",
                        "recordedFrom",
                        "add"),
                keys);
    }

    @Test
    void allThatIsWrongIsSaidAtOnceAndNothingIsServed() {
        story.run(
                        "camera",
                        "simulate",
                        "--cameras",
                        "2",
                        "--name",
                        "Yard",
                        "--fault",
                        "gate-1:froozen",
                        "--fault",
                        "gate-9:dead",
                        "--gap",
                        "-10m..-8m",
                        "--gap",
                        "-9m..-7m",
                        "--for",
                        "1m")
                .ends(ExitCode.USAGE)
                .withoutOutput()
                .complains("Yard is no camera id")
                .complains("there is no fault froozen; the faults are frozen, black, moved, dead")
                .complains("gate-9:dead: write CAMERA:FAULT, with one of the cameras Yard, gate-1")
                .complains("gaps of the recording overlap");
        story.run("camera", "simulate", "--cameras", "101", "--for", "1m")
                .ends(ExitCode.USAGE)
                .complains("1 to 100 cameras");
        story.run("camera", "simulate", "--cameras", "0", "--for", "1m").ends(ExitCode.USAGE);
        story.run("camera", "simulate", "--login", "admin", "--for", "1m").ends(ExitCode.USAGE);
        story.run("camera", "simulate", "--gap", "-10m", "--for", "1m")
                .ends(ExitCode.USAGE)
                .complains("-10m..-8m");
        story.run("camera", "simulate", "--for", "soon").ends(ExitCode.USAGE).withoutOutput();
        story.run("camera", "simulate", "-n").ends(ExitCode.OK).withoutOutput().complains("nothing was opened");
    }

    /** What this very test runs on, whoever started it. */
    private static String classPath() {
        if (!(Main.class.getClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path");
        }
        List<String> entries = new ArrayList<>();
        for (URL url : loader.getURLs()) {
            entries.add(Path.of(URI.create(url.toString())).toString());
        }
        return String.join(File.pathSeparator, entries);
    }

    @Test
    void aSignalEndsItAndItsPortsAreFree() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classPath(),
                        "vn.vigil.cli.Main",
                        "camera",
                        "simulate",
                        "--home",
                        folder.resolve("none").toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeIf(name -> name.startsWith("VIGIL_"));
        Process process = builder.start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            int port = Integer.parseInt(line.split("\t")[2].replace("127.0.0.1:", ""));
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertTrue(socket.isConnected());
            }
            process.destroy();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
            assertEquals(143, process.exitValue());
            assertThrows(IOException.class, () -> new Socket(InetAddress.getLoopbackAddress(), port).close());
        } finally {
            process.destroyForcibly();
        }
    }
}
