package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.TimeSpan;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.Fault;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** A ward officer calls; footage is looked for, held, kept and let go, as typed. */
class HoldStoryTest {
    private static final PictureSpec SMALL = new PictureSpec(320, 180, 10, 1, 10);
    private static final TimeSpan RECORDED =
            new TimeSpan(Instant.parse("2026-03-02T05:00:00Z"), Instant.parse("2026-03-02T07:05:00Z"));
    private static final TimeSpan HOLE =
            new TimeSpan(Instant.parse("2026-03-02T06:10:00Z"), Instant.parse("2026-03-02T06:20:00Z"));

    @TempDir
    Path folder;

    private Story story;
    private SimulatedSite site;

    @BeforeEach
    void open() {
        story = new Story(folder.resolve("site"));
        site = SimulatedSite.start(
                story.world(),
                SiteSpec.of(
                        CameraSpec.of("gate").with(SMALL).withRecording(RECORDED, HOLE),
                        CameraSpec.of("bare").with(SMALL),
                        CameraSpec.of("dead").with(SMALL).with(Fault.DEAD)));
        story.run("init", "--no-input").ends(ExitCode.OK);
        person("lan", "team-leader", "0911111111");
        person("binh", "board", "0922222222");
        person("cuong", "operator", "0933333333");
        story.run("camera", "add", "gate", "--onvif", site.camera("gate").onvifAddress(), "--as", "lan")
                .ends(ExitCode.OK);
        for (String id : new String[] {"bare", "dead"}) {
            story.run("camera", "add", id, "--url", site.camera(id).liveUrl().toString(), "--as", "lan")
                    .ends(ExitCode.OK);
        }
        story.run("camera", "add", "far", "--onvif", site.camera("dead").onvifAddress(), "--as", "lan");
    }

    @AfterEach
    void close() {
        site.close();
    }

    private void person(String id, String office, String phone) {
        String[] words = {
            "roster", "member", "add", id, "--name", "Người " + id, "--office", office, "--phone", phone, "--as", "lan"
        };
        story.run(id.equals("lan") ? java.util.Arrays.copyOf(words, words.length - 2) : words)
                .ends(ExitCode.OK);
    }

    private String holdFiles() throws Exception {
        Path holds = story.home().resolve("holds");
        if (!Files.exists(holds)) {
            return "";
        }
        try (Stream<Path> files = Files.walk(holds)) {
            return files.filter(Files::isRegularFile)
                    .map(f -> holds.relativize(f).toString())
                    .sorted()
                    .toList()
                    .toString();
        }
    }

    @Test
    void canAnswersByItsExitCode() {
        story.run("extract", "can", "--camera", "gate", "--from", "2026-03-02T06:00:00Z", "--for", "5m")
                .ends(ExitCode.OK)
                .says("all of it is there")
                .withoutComplaint();
        story.run("extract", "can", "--camera", "gate", "--from", "2026-03-02T06:00:00Z", "--for", "15m", "--json")
                .ends(ExitCode.PARTIAL)
                .says("\"schema\":\"vigil.extract.can/1\"")
                .says(
                        "\"answers\":[{\"camera\":\"gate\",\"from\":\"2026-03-02T06:00:00Z\",\"to\":\"2026-03-02T06:15:00Z\"")
                .says("\"answer\":\"partly\",\"obstacles\":[\"holes\"],\"present\":[{\"from\":")
                .says("\"holes\":[{\"from\":\"2026-03-02T06:")
                .says("\"to\":\"2026-03-02T06:15:00Z\",\"reason\":")
                .says("\"clockOffsetMillis\":")
                .says("\"clockErrorMillis\":")
                .says("\"hold\":null,\"held\":null}]}");
        story.run("extract", "can", "--camera", "gate", "--from", "2026-03-01T06:00:00Z", "--for", "5m")
                .ends(ExitCode.NOT_FOUND);
        story.run("extract", "can", "--camera", "bare", "--from", "2026-03-02T06:00:00Z", "--for", "5m")
                .ends(ExitCode.NOT_FOUND);
        site.camera("gate").stop();
        story.run("extract", "can", "--camera", "gate", "--from", "2026-03-02T06:00:00Z", "--for", "5m")
                .ends(ExitCode.UNREACHABLE)
                .says("does not answer");
        story.run("extract", "can", "--camera", "gate", "--from", "2026-03-02T06:00:00Z")
                .ends(ExitCode.USAGE);
    }

    @Test
    void aCallIsHeldAnsweredAndReleasesNothing() throws Exception {
        String[] call = {
            "extract",
            "call",
            "--from",
            "Công an phường",
            "--phone",
            "0944444444",
            "--camera",
            "gate",
            "--from-time",
            "2026-03-02T06:00:00Z",
            "--for",
            "2s",
            "--later",
            "--as",
            "cuong"
        };
        Map<String, String> before = story.files();
        String[] rehearsed = java.util.Arrays.copyOf(call, call.length + 1);
        rehearsed[call.length] = "--dry-run";
        story.run(rehearsed).ends(ExitCode.OK).says("CALL-2026-0001");
        assertEquals(before, story.files(), "a dry run wrote something");

        story.run(call)
                .ends(ExitCode.OK)
                .says("Call CALL-2026-0001 from Công an phường")
                .says("all of it is there")
                .says("HLD-2026-0001")
                .says("not secured until")
                .says("NOT RELEASED")
                .says("Người binh")
                .says("0922222222");
        String[] again = java.util.Arrays.copyOf(call, call.length + 1);
        again[call.length] = "--json";
        story.run(again)
                .ends(ExitCode.OK)
                .says("\"schema\":\"vigil.extract.call/1\"")
                .says("\"call\":\"CALL-2026-0001\",\"caller\":\"Công an phường\",\"at\":")
                .says("\"takenBy\":\"cuong\",\"unchanged\":true,\"released\":false,\"answers\":[")
                .says("\"outcome\":\"unchanged\",\"holds\":[{\"id\":\"HLD-2026-0001\",\"state\":\"pending\"")
                .says(
                        "\"papers\":[\"paper-request\",\"paper-officer\",\"paper-approval\"],\"wake\":[{\"name\":\"Người binh\","
                                + "\"role\":\"board\",\"phone\":\"0922222222\"}")
                .saysNot("CALL-2026-0002");
        assertEquals("", holdFiles(), "nothing was copied while somebody waited");

        story.run("extract", "hold", "retry", "--as", "cuong").ends(ExitCode.OK).says("copied");
        assertEquals("[HLD-2026-0001/1.mp4.sealed]", holdFiles());
        story.run("extract", "hold", "list", "--case", "CALL-2026-0001", "--json")
                .ends(ExitCode.OK)
                .says("\"schema\":\"vigil.extract.hold.list/1\"")
                .says(
                        "\"holds\":[{\"id\":\"HLD-2026-0001\",\"state\":\"copied\","
                                + "\"camera\":\"gate\",\"from\":\"2026-03-02T06:00:00Z\",\"to\":\"2026-03-02T06:00:02Z\","
                                + "\"causes\":[{\"case\":\"CALL-2026-0001\",\"reason\":\"Công an phường\",\"by\":\"cuong\",\"at\":")
                .says("\"clips\":[{\"number\":1,\"from\":")
                .says("\"sha256\":")
                .says("\"essenceSha256\":")
                .says("\"frames\":")
                .says("\"copiedAt\":")
                .says("\"missing\":[],\"until\":null,\"keepUntil\":null,\"archived\":false,\"releasedAt\":null,"
                        + "\"releasedBy\":null,\"releasedReason\":null}]}");
        story.run("extract", "hold", "show", "HLD-2026-0001").ends(ExitCode.OK).says("SHA-256");
        story.run("extract", "hold", "verify").ends(ExitCode.OK).says("the copy is what was copied");

        story.run("extract", "archive", "HLD-2026-0001", "--until", "2028-01-01", "--as", "cuong")
                .ends(ExitCode.OK)
                .says("archived until 2028-01-01");
        story.run("extract", "release", "HLD-2026-0001", "--reason", "xong", "--as", "cuong")
                .ends(ExitCode.DENIED);
        story.run("extract", "release", "HLD-2026-0001", "--reason", "xong", "--as", "lan")
                .ends(ExitCode.REFUSED)
                .complains("archived");
        story.run("ledger", "verify").ends(ExitCode.OK);
    }

    @Test
    void whatIsHeldWithoutACaseIsLetGoAgain() throws Exception {
        String[] hold = {
            "extract",
            "hold",
            "--camera",
            "gate",
            "--from",
            "2026-03-02T06:30:00Z",
            "--for",
            "2s",
            "--reason",
            "va chạm xe",
            "--as",
            "cuong"
        };
        story.run(hold).ends(ExitCode.OK).says("HLD-2026-0001").says("copied");
        story.run(hold).ends(ExitCode.OK).says("It is on record already.");
        Path sealed = story.home().resolve("holds").resolve("HLD-2026-0001").resolve("1.mp4.sealed");
        byte[] bytes = Files.readAllBytes(sealed);
        bytes[bytes.length - 1] ^= 1;
        Files.write(sealed, bytes);
        story.run("extract", "hold", "verify", "--json")
                .ends(ExitCode.NOT_GENUINE)
                .says("\"schema\":\"vigil.extract.hold.verify/1\"")
                .says("\"holds\":[{\"id\":\"HLD-2026-0001\",\"state\":\"lost\"," + "\"whole\":false}]}");
        story.run("extract", "release", "HLD-2026-0001", "--reason", "bản sao hỏng", "--as", "lan")
                .ends(ExitCode.OK)
                .says("was let go");
        assertEquals("[]", holdFiles());
        story.run("extract", "hold", "list").ends(ExitCode.OK).saysNot("HLD-2026-0001");
        story.run(
                        "extract",
                        "hold",
                        "INC-2026-0009",
                        "--camera",
                        "gate",
                        "--from",
                        "2026-03-02T06:30:00Z",
                        "--for",
                        "2s",
                        "--reason",
                        "x",
                        "--as",
                        "cuong")
                .ends(ExitCode.NOT_FOUND);
        story.run("extract", "hold", "show", "HLD-2026-0009").ends(ExitCode.NOT_FOUND);
    }
}
