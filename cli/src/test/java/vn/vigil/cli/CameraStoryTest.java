package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.World;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.Fault;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** Cameras are entered, looked at and photographed, against a simulated site. */
class CameraStoryTest {
    private static final PictureSpec SMALL = new PictureSpec(320, 180, 10, 1, 10);
    private static SimulatedSite site;

    @TempDir
    Path folder;

    private Story story;

    @BeforeAll
    static void open() {
        site = SimulatedSite.start(
                World.real(),
                SiteSpec.of(
                        CameraSpec.of("good").with(SMALL).withLogin("admin", "secret-word"),
                        CameraSpec.of("frozen").with(SMALL).with(Fault.FROZEN),
                        CameraSpec.of("dead").with(SMALL).with(Fault.DEAD)));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void init() throws Exception {
        story = new Story(folder.resolve("site"));
        story.run("init", "--no-input").ends(ExitCode.OK);
    }

    private static String url(String camera) {
        return site.camera(camera).liveUrl().toString();
    }

    private String passwordFile(String password) throws Exception {
        Path file = folder.resolve("password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, password + "\n").toString();
    }

    @Test
    void oneGoodOneFrozenAndOneDeadCameraEndCritical() throws Exception {
        story.run(
                        "camera",
                        "add",
                        "gate-1",
                        "--url",
                        url("good"),
                        "--user",
                        "admin",
                        "--password-file",
                        passwordFile("secret-word"),
                        "--name",
                        "Cổng chính")
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("camera gate-1 added");
        story.run("camera", "add", "gate-2", "--url", url("frozen")).ends(ExitCode.OK);
        story.run("camera", "check", "gate-1").ends(ExitCode.OK);
        story.run("camera", "check", "gate-1", "gate-2").ends(ExitCode.FAILED);
        story.run("camera", "add", "gate-3", "--url", url("dead")).ends(ExitCode.OK);

        Story.Run plain = story.run("camera", "check").ends(ExitCode.CRITICAL).withoutComplaint();
        String[] rows = plain.out().split("\n");
        assertEquals(3, rows.length);
        assertTrue(rows[0].startsWith("gate-1\tCổng chính\tup\t\t"), rows[0]);
        assertTrue(rows[1].startsWith("gate-2\tgate-2\tdegraded\tfrozen\tjudge\t"), rows[1]);
        assertTrue(rows[2].startsWith("gate-3\tgate-3\tdown\tunreachable\ttcp\t"), rows[2]);

        story.run("camera", "check", "--quiet")
                .ends(ExitCode.CRITICAL)
                .saysNot("gate-1")
                .says("gate-2")
                .says("gate-3");
        story.run("camera", "check", "gate-1", "--quiet").ends(ExitCode.OK).withoutOutput();
        story.run("camera", "show", "gate-2").ends(ExitCode.OK).says("picture frozen");
        story.run("--lang", "vi", "camera", "show", "gate-2").says("hình bị đứng");
        for (String file : story.files().keySet()) {
            Path path = story.home().resolve(file);
            if (Files.isRegularFile(path)) {
                assertFalse(Files.readString(path, java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains("secret-word"));
            }
        }
        story.run("ledger", "verify").ends(ExitCode.OK);
    }

    @Test
    void theJsonDocumentsKeepTheirKeys() throws Exception {
        story.run("camera", "add", "gate-1", "--url", url("frozen"), "--essential")
                .ends(ExitCode.OK);
        assertEquals(
                List.of(
                        "schema",
                        "zone",
                        "cameras",
                        "id",
                        "name",
                        "url",
                        "subUrl",
                        "onvif",
                        "replayUrl",
                        "recording",
                        "user",
                        "essential",
                        "place",
                        "maker",
                        "model",
                        "firmware",
                        "serial",
                        "driver",
                        "address",
                        "channel",
                        "folder",
                        "basicAllowed",
                        "tlsPin",
                        "groups",
                        "site",
                        "purpose",
                        "retentionDays",
                        "installed",
                        "supplier",
                        "warrantyUntil",
                        "uplink",
                        "removedAt"),
                keys(story.run("camera", "list", "--json").ends(ExitCode.OK).says("vigil.camera.list/1")));
        assertEquals(
                List.of(
                        "schema",
                        "zone",
                        "checkedAt",
                        "mode",
                        "saved",
                        "cameras",
                        "id",
                        "name",
                        "maintenance",
                        "state",
                        "findings",
                        "brokenStep",
                        "contacted",
                        "checkedAt",
                        "since",
                        "clock",
                        "picture",
                        "codec",
                        "width",
                        "height",
                        "luma",
                        "fps",
                        "bitsPerSecond",
                        "firstFrameMs",
                        "packets",
                        "lost",
                        "loss",
                        "alertsOpened",
                        "alertsClosed"),
                keys(story.run("camera", "check", "--json")
                        .ends(ExitCode.FAILED)
                        .says("vigil.camera.check/1")));
        story.run("camera", "list", "--format", "csv")
                .says("id,name,essential,place,url,onvif,sub-url,driver,")
                .says("\r\ngate-1,gate-1,yes,");
    }

    @Test
    void theSameCameraAgainIsUnchangedAndAnotherOneIsAConflict() {
        story.run("camera", "add", "gate-1", "--url", "rtsp://192.0.2.1/a").ends(ExitCode.OK);
        Map<String, String> before = story.files();
        story.run("camera", "add", "gate-1", "--url", "rtsp://192.0.2.1:554/a")
                .ends(ExitCode.OK)
                .says("unchanged");
        story.run("camera", "add", "gate-1", "--url", "rtsp://192.0.2.1/b")
                .ends(ExitCode.CONFLICT)
                .withoutOutput()
                .complains("rtsp://192.0.2.1:554/b");
        assertEquals(before, story.files());
    }

    @Test
    void anAddressWhereNoCameraCanBeIsRefusedBeforeItIsWritten() {
        for (String url : List.of(
                "rtsp://169.254.169.254/",
                "rtsp://[::ffff:127.0.0.1]/",
                "rtsp://[::ffff:169.254.169.254]/",
                "rtsp://0x7f000001/",
                "rtsp://2130706433/",
                "rtsp://127.1/",
                "rtsp://0.0.0.0/",
                "rtsp://224.0.0.1/",
                "rtsp://255.255.255.255/")) {
            story.run("camera", "add", "u", "--url", url)
                    .ends(ExitCode.USAGE)
                    .withoutOutput()
                    .complains("url: is an address where no camera can be");
        }
        story.run("camera", "add", "u", "--onvif", "169.254.169.254")
                .ends(ExitCode.USAGE)
                .complains("onvif: is an address where no camera can be");
        for (String url : List.of(
                "file:///etc/passwd",
                "http://192.0.2.1/",
                "ftp://192.0.2.1/",
                "jar:file:/x!/",
                "rtsp://192.0.2.1/\r\nX: y")) {
            story.run("camera", "add", "u", "--url", url)
                    .ends(ExitCode.USAGE)
                    .withoutOutput()
                    .complains("url: must be an address such as rtsp://");
        }
        story.run("camera", "list").ends(ExitCode.OK).withoutOutput();
    }

    @Test
    void aDryRunWritesNothing() throws Exception {
        Map<String, String> before = story.files();
        story.run("camera", "add", "gate-1", "--url", "rtsp://admin:x9@192.0.2.1/a", "--dry-run")
                .ends(ExitCode.OK);
        Path csv = Files.writeString(folder.resolve("cameras.csv"), "id,url\na,rtsp://192.0.2.1/a\n");
        story.run("camera", "import", csv.toString(), "-n").ends(ExitCode.OK);
        assertEquals(before, story.files());
        story.run("camera", "list").ends(ExitCode.OK).withoutOutput();
    }

    @Test
    void anImportIsAllOrNothingAndContactsNobody() throws Exception {
        Path csv = folder.resolve("cameras.csv");
        Files.writeString(
                csv, "id,name,url\na,Sân,rtsp://192.0.2.1/a\nB!,x,rtsp://192.0.2.2/\nc,y,http://192.0.2.3/\n");
        story.run("camera", "import", csv.toString())
                .ends(ExitCode.USAGE)
                .withoutOutput()
                .complains("2 faults")
                .complains("line 3, id:")
                .complains("line 4, url:");
        story.run("camera", "list").ends(ExitCode.OK).withoutOutput();
        Files.writeString(csv, "id,name,url\na,Sân,rtsp://192.0.2.1/a\nb,x,rtsp://192.0.2.2/\n");
        story.run("camera", "import", csv.toString()).ends(ExitCode.OK).says("2 cameras added, 0 unchanged");
        story.run("camera", "import", csv.toString()).ends(ExitCode.OK).says("0 cameras added, 2 unchanged");
        story.run("camera", "list").says("a\tSân\tno\t\trtsp://192.0.2.1:554/a\t\t\trtsp\t\t1\t");
        story.run("camera", "import", folder.resolve("none.csv").toString()).ends(ExitCode.NOT_FOUND);
    }

    @Test
    void wrongWordsAreRefusedInPlainOnes() {
        story.run("camera", "add", "Gate 1", "--url", "rtsp://192.0.2.1/")
                .ends(ExitCode.USAGE)
                .complains("id: must be");
        story.run("camera", "add", "gate-1").ends(ExitCode.USAGE).complains("give either a stream address");
        story.run("camera", "add", "gate-1", "--url", "file:///etc/passwd").ends(ExitCode.USAGE);
        story.run("camera", "add", "gate-1", "--url", "rtsp://192.0.2.1/", "--password", "x")
                .ends(ExitCode.USAGE);
        story.run("camera", "add", "gate-1", "--url", "rtsp://192.0.2.1/").ends(ExitCode.OK);
        story.run("camera", "show", "gaet-1").ends(ExitCode.NOT_FOUND).complains("gate-1");
        story.run("camera", "check", "gaet-1").ends(ExitCode.NOT_FOUND).complains("gate-1");
        story.run("camera", "check", "--timeout", "soon").ends(ExitCode.UNKNOWN);
    }

    @Test
    void aSnapshotIsWrittenOnce() {
        story.run("camera", "add", "gate-1", "--url", url("frozen")).ends(ExitCode.OK);
        String file = folder.resolve("gate-1.jpg").toString();
        story.run("camera", "snapshot", "gate-1", "-o", file).ends(ExitCode.OK).says("320 x 180");
        story.run("camera", "snapshot", "gate-1", "-o", file)
                .ends(ExitCode.CONFLICT)
                .complains("--force");
        story.run("camera", "snapshot", "gate-1", "-o", file, "--force").ends(ExitCode.OK);
    }

    @Test
    void aTerminalShowsThePictureAndAPipeNeverDoes() {
        story.run("camera", "add", "gate-1", "--url", url("frozen")).ends(ExitCode.OK);
        String file = folder.resolve("gate-1.jpg").toString();
        String[] take = {"camera", "snapshot", "gate-1", "--force", "-o", file};
        story.world()
                .environment("TERM", "xterm-256color")
                .environment("COLUMNS", "40")
                .environment("LINES", "30");
        story.run(take).ends(ExitCode.OK).saysNot("▀").saysNot("\u001b").says("320 x 180");

        story.onTerminal();
        Story.Run shown = story.run(take).ends(ExitCode.OK).says("\u001b[38;5;").says("320 x 180");
        assertEquals(40 * 12, shown.out().chars().filter(c -> c == '▀').count(), "40 columns, 23 pixels made even");
        assertTrue(shown.out().lastIndexOf('▀') < shown.out().indexOf("320 x 180"));
        story.run("camera", "snapshot", "gate-1", "--force", "-o", file, "--no-show")
                .saysNot("▀")
                .says("320 x 180");
        story.run("camera", "snapshot", "gate-1", "--force", "-o", file, "--quiet")
                .withoutOutput();
        story.run("camera", "snapshot", "gate-1", "--force", "-o", file, "--json")
                .saysNot("▀")
                .saysNot("\u001b");
        story.world().environment("NO_COLOR", "1");
        assertTrue(story.run(take).saysNot("\u001b").saysNot("▀").out().lines().count() > 10, "letters");
        story.world().environment("TERM", "dumb");
        assertEquals(1, story.run(take).out().lines().count());
    }

    /** The names of all fields in their order, those of repeated objects once for each. */
    private static List<String> keys(Story.Run run) throws Exception {
        List<String> keys = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(run.out())) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    keys.add(parser.currentName());
                }
            }
        }
        return keys;
    }
}
