package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.app.Vigil;
import vn.vigil.base.CameraId;
import vn.vigil.base.Severity;
import vn.vigil.camera.alert.Condition;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** Alerts are listed, answered and closed; nothing leaves a site that has no channel. */
class AlertStoryTest {
    @TempDir
    Path folder;

    private Story story;

    @BeforeEach
    void init() {
        story = new Story(folder.resolve("site"));
        story.run("init", "--no-input").ends(ExitCode.OK);
        story.run(
                        "roster",
                        "member",
                        "add",
                        "lan",
                        "--name",
                        "Nguyễn Thị Lan",
                        "--office",
                        "team-leader",
                        "--email",
                        "lan@site.example",
                        "--speaks",
                        "en")
                .ends(ExitCode.OK);
        story.run("roster", "member", "add", "binh", "--name", "Trần Bình", "--office", "team-member")
                .ends(ExitCode.OK);
    }

    /** A run of checks that saw these cameras down. */
    private void down(String... ids) {
        try (Vigil vigil = Vigil.open(story.world(), new Vigil.Options(story.home(), null, null, null, false))) {
            List<Condition> bad = new ArrayList<>();
            for (String id : ids) {
                bad.add(new Condition(
                        new CameraId(id),
                        id,
                        false,
                        "sw-a",
                        "",
                        Severity.CRITICAL,
                        List.of("no-stream"),
                        story.world().now()));
            }
            vigil.store().write(tx -> {
                vigil.alerts().began(tx, story.world().now(), 1, 1, 20);
                vigil.alerts().reconcile(tx, story.world().now(), bad, Set.of(new CameraId("gate-1")));
                vigil.alerts().finished(tx, story.world().now(), 1, 1);
                return null;
            });
        }
    }

    @Test
    void anAlertIsFoundAnsweredAndClosed() {
        story.run("camera", "alert", "list").ends(ExitCode.OK).withoutOutput().complains("No such alert");
        down("gate-1", "gate-2");
        story.run("camera", "alert", "list")
                .ends(ExitCode.OK)
                .says("ALR-2026-0001\topen\tcritical\tuplink\tsw-a\t2\t2\t2026-03-02T14:05:00+07:00\t\n");
        Map<String, String> before = story.files();
        story.run("camera", "alert", "ack", "ALR-2026-0001", "--as", "lan", "-n")
                .ends(ExitCode.OK)
                .says("dry run");
        story.run("camera", "alert", "close", "ALR-2026-0001", "--reason", "x", "--as", "lan", "-n")
                .ends(ExitCode.OK)
                .says("dry run");
        story.run("camera", "alert", "test", "--as", "lan", "-n")
                .ends(ExitCode.OK)
                .says("Nguyễn Thị Lan");
        story.run("camera", "alert", "resend", "ALR-2026-0001", "--as", "lan", "-n")
                .ends(ExitCode.OK);
        assertEquals(before, story.files());

        story.run("camera", "alert", "ack", "alr-2026-0001", "--as", "lan", "--note", "đang đến", "--for", "8h")
                .ends(ExitCode.OK)
                .says("Alert ALR-2026-0001 is acknowledged: 2 cameras behind sw-a");
        story.run("camera", "alert", "ack", "ALR-2026-0001", "--as", "lan", "--note", "đang đến", "--for", "8h")
                .ends(ExitCode.OK)
                .says("already");
        story.run("camera", "alert", "ack", "ALR-2026-0001", "--as", "binh")
                .ends(ExitCode.CONFLICT)
                .withoutOutput()
                .complains("acknowledged already, by lan")
                .complains("--replace");
        story.run("--lang", "vi", "camera", "alert", "show", "ALR-2026-0001")
                .ends(ExitCode.OK)
                .says("đã tiếp nhận")
                .says("đang đến")
                .says("gate-2: no-stream");
        story.run("camera", "alert", "list", "--state", "acked").says("ALR-2026-0001");
        story.run("camera", "alert", "list", "--state", "open").withoutOutput();
        story.run("camera", "alert", "list", "--camera", "gate-9").withoutOutput();
        story.run("camera", "alert", "list", "--all", "--state", "open").ends(ExitCode.USAGE);

        story.run("camera", "alert", "close", "ALR-2026-0001", "--reason", "x", "--as", "binh")
                .ends(ExitCode.DENIED);
        story.run("camera", "alert", "close", "ALR-2026-0001", "--reason", "đã có kế hoạch", "--as", "lan")
                .ends(ExitCode.OK);
        story.run("camera", "alert", "close", "ALR-2026-0001", "--reason", "đã có kế hoạch", "--as", "lan")
                .ends(ExitCode.OK)
                .says("closed already");
        story.run("camera", "alert", "close", "ALR-2026-0001", "--reason", "other", "--as", "lan")
                .ends(ExitCode.CONFLICT);
        story.run("camera", "alert", "ack", "ALR-2026-0001", "--as", "lan").ends(ExitCode.REFUSED);
        story.run("camera", "alert", "show", "ALR-2026-0009")
                .ends(ExitCode.NOT_FOUND)
                .complains("no alert");
        story.run("camera", "alert", "list").withoutOutput();
        story.run("camera", "alert", "list", "--all").says("closed");
        story.run("ledger", "verify").ends(ExitCode.OK);
    }

    @Test
    void aCheckOfADeadCameraOpensAnAlertAndIsASignOfLife() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        story.run("camera", "add", "gate-1", "--url", "rtsp://127.0.0.1:" + port + "/a", "--essential")
                .ends(ExitCode.OK);
        Map<String, String> before = story.files();
        story.run("camera", "check", "-n").ends(ExitCode.CRITICAL);
        assertEquals(before, story.files());
        story.run("camera", "check").ends(ExitCode.CRITICAL).withoutComplaint();
        story.run("camera", "alert", "show", "ALR-2026-0001")
                .says("camera gate-1")
                .says("gate-1: unreachable; essential place")
                .says("opened lan");
        story.run("camera", "check", "--freshness", "1m").ends(ExitCode.OK);
        story.world().pass(Duration.ofMinutes(15));
        story.run("camera", "check").ends(ExitCode.CRITICAL);
        story.run("camera", "alert", "list").says("ALR-2026-0001").saysNot("ALR-2026-0002");
        story.run("camera", "alert", "show", "ALR-2026-0001").says("team leader and deputies");
    }

    @Test
    void theCommandOfTheSettingsHearsOfItAtOnceAndOnlyOnce() throws IOException {
        Path heard = folder.resolve("heard");
        Path program = folder.resolve("tell");
        Files.createFile(program, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Files.writeString(
                program,
                "#!/bin/sh\nprintf '%s ' \"$1\" >> " + heard + "\ncat >> " + heard + "\necho >> " + heard + "\n");
        story.world().environment("VIGIL_NOTIFY_COMMAND", program.toString());
        story.run("roster", "member", "correct", "lan", "--phone", "0912000111", "--reason", "x")
                .ends(ExitCode.OK);
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        story.run("camera", "add", "gate-1", "--url", "rtsp://127.0.0.1:" + port + "/a")
                .ends(ExitCode.OK);
        story.run("camera", "check").ends(ExitCode.CRITICAL);
        List<String> lines = Files.readAllLines(heard);
        assertEquals(2, lines.size(), lines.toString());
        assertEquals(1, lines.stream().filter(l -> l.startsWith("0912000111 {")).count());
        assertEquals(
                2,
                lines.stream()
                        .filter(l -> l.contains("\"subject\":\"[vigil] camera gate-1: down\""))
                        .count());
        story.run("camera", "check").ends(ExitCode.CRITICAL);
        assertEquals(2, Files.readAllLines(heard).size(), "a second run tells nothing again");
        story.run("camera", "alert", "test", "--as", "lan").ends(ExitCode.OK).says("command 0912000111: delivered");
        assertEquals(4, Files.readAllLines(heard).size());
        Files.writeString(program, "#!/bin/sh\nexit 3\n");
        story.world().pass(Duration.ofMinutes(1));
        story.run("camera", "alert", "test", "--as", "lan")
                .ends(ExitCode.UNREACHABLE)
                .says("command 0912000111: not delivered");
    }

    @Test
    void withoutAChannelATestSaysThatNothingLeft() {
        story.run("camera", "alert", "test", "--as", "lan")
                .ends(ExitCode.UNREACHABLE)
                .says("Sent to: Nguyễn Thị Lan")
                .says("no channel is set up");
        story.run("camera", "alert", "test", "--as", "lan", "--to", "nobody").ends(ExitCode.NOT_FOUND);
    }

    @Test
    void freshnessEndsCriticalWhenNoRunCameToItsEnd() {
        story.run("camera", "check", "--freshness", "15m")
                .ends(ExitCode.CRITICAL)
                .says("no whole run");
        down();
        story.run("camera", "check", "--freshness", "15m").ends(ExitCode.OK).says("OK: ");
        story.run("camera", "check", "--freshness", "15m", "--quiet")
                .ends(ExitCode.OK)
                .withoutOutput();
        story.world().pass(Duration.ofMinutes(16));
        story.run("camera", "check", "--freshness", "15m", "--quiet")
                .ends(ExitCode.CRITICAL)
                .says("CRITICAL: the last whole run of checks ended 2026-03-02T14:05:00+07:00, 16m ago");
        assertEquals(
                List.of("schema", "zone", "severity", "finishedAt", "ageSeconds", "limitSeconds", "part", "parts"),
                keys(story.run("camera", "check", "--freshness", "15m", "--json")
                        .out()));
    }

    @Test
    void theJsonDocumentsKeepTheirKeys() throws IOException {
        down("gate-1");
        List<String> alert = List.of(
                "id",
                "state",
                "severity",
                "kind",
                "name",
                "since",
                "openedAt",
                "level",
                "ack",
                "closing",
                "cameras",
                "id",
                "name",
                "essential",
                "severity",
                "findings",
                "since",
                "recoveredAt");
        assertEquals(
                join(List.of("schema", "zone", "alerts"), alert),
                keys(story.run("camera", "alert", "list", "--json")
                        .says("vigil.camera.alert.list/1")
                        .out()));
        assertEquals(
                join(
                        join(List.of("schema", "zone"), alert),
                        List.of("told", "at", "what", "member", "at", "what", "member")),
                keys(story.run("camera", "alert", "show", "ALR-2026-0001", "--json")
                        .out()));
        assertEquals(
                List.of("schema", "zone", "alert", "outcome", "persons", "deliveries"),
                keys(story.run("camera", "alert", "test", "--as", "lan", "--json")
                        .out()));
        List<String> acked = new ArrayList<>(alert);
        acked.addAll(acked.indexOf("ack") + 1, List.of("at", "by", "until", "note"));
        assertEquals(
                join(List.of("schema", "zone", "changed", "dryRun", "alert"), acked),
                keys(story.run("camera", "alert", "ack", "ALR-2026-0001", "--as", "lan", "--json")
                        .out()));
    }

    private static List<String> join(List<String> a, List<String> b) {
        List<String> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    private static List<String> keys(String json) {
        List<String> keys = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
                if (t == JsonToken.FIELD_NAME) {
                    keys.add(parser.currentName());
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return keys;
    }
}
