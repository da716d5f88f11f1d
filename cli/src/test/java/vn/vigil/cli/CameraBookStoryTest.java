package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.World;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedCamera;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** The book of cameras is kept: edited, removed, written out and read in, with the logins that belong to it. */
class CameraBookStoryTest {
    private static final String CANARY = "kanari-9173-X";

    @TempDir
    Path folder;

    private Story story;

    @BeforeEach
    void init() {
        story = new Story(folder.resolve("site"));
        story.run("init", "--no-input").ends(ExitCode.OK);
    }

    private String passwordFile(String password) throws Exception {
        Path file = folder.resolve("password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, password + "\n").toString();
    }

    /** The same command, rehearsed: it would do it, and the world is as it was. */
    private void rehearse(String would, String... words) {
        List<String> dry = new ArrayList<>(List.of(words));
        dry.add("--dry-run");
        Map<String, String> before = story.files();
        story.run(dry.toArray(new String[0])).ends(ExitCode.OK).says(would);
        assertEquals(before, story.files(), dry.toString());
    }

    @Test
    void anEditSaysWhatItChangesAndTheSameAgainChangesNothing() {
        story.run("camera", "add", "gate-1", "--url", "rtsp://192.0.2.1/a", "--essential", "--place", "Cổng")
                .ends(ExitCode.OK);
        String[] edit = {
            "camera",
            "edit",
            "gate-1",
            "--place",
            "Cổng phụ",
            "--group",
            "gates,night",
            "--retention",
            "30d",
            "--installed",
            "2025-12-01",
            "--clear",
            "essential"
        };
        rehearse("would be changed", edit);
        story.run(edit)
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("camera gate-1 changed")
                .says("place: Cổng -> Cổng phụ")
                .says("essential: yes -> no")
                .says("group: nothing -> gates,night");
        Map<String, String> before = story.files();
        story.run(edit).ends(ExitCode.OK).says("unchanged");
        assertEquals(before, story.files());
        story.run("camera", "show", "gate-1")
                .says("gates, night")
                .says("30 days")
                .says("2025-12-01");
        story.run("--lang", "vi", "camera", "edit", "gate-1", "--warranty", "2/3/2027")
                .ends(ExitCode.OK)
                .says("warranty: trống -> 2027-03-02");
        story.run("camera", "edit", "gate-1", "--warranty", "2/3/2027")
                .ends(ExitCode.USAGE)
                .complains("warranty: ");
        story.run("camera", "edit", "gate-1", "--clear", "essentail")
                .ends(ExitCode.USAGE)
                .complains("essential");
        story.run("camera", "edit", "gate-1", "--clear", "user")
                .ends(ExitCode.USAGE)
                .complains("credential forget");
        story.run("camera", "edit", "gate-1", "--url", "http://x/", "--channel", "0")
                .ends(ExitCode.USAGE)
                .withoutOutput()
                .complains("url: must be")
                .complains("channel: must be");
        story.run("camera", "edit", "gaet-1", "--place", "x")
                .ends(ExitCode.NOT_FOUND)
                .complains("gate-1");
        story.run("ledger", "verify").ends(ExitCode.OK);
    }

    @Test
    void aRemovalAsksForTheNameAndTheNameStaysTaken() throws Exception {
        story.run(
                        "camera",
                        "add",
                        "gate-1",
                        "--url",
                        "rtsp://192.0.2.1/a",
                        "--user",
                        "admin",
                        "--password-file",
                        passwordFile(CANARY))
                .ends(ExitCode.OK);
        story.run("camera", "remove", "gate-1")
                .ends(ExitCode.USAGE)
                .withoutOutput()
                .complains("--confirm gate-1");
        story.run("camera", "remove", "gate-1", "--yes").ends(ExitCode.USAGE);
        story.run("camera", "remove", "gate-1", "--confirm", "gate-2")
                .ends(ExitCode.REFUSED)
                .withoutOutput();
        rehearse("would be removed", "camera", "remove", "gate-1");
        story.run("camera", "remove", "gate-1", "--confirm", "gate-1")
                .ends(ExitCode.OK)
                .says("camera gate-1 removed");
        assertEquals("", Files.readString(names()));
        Map<String, String> before = story.files();
        story.run("camera", "remove", "gate-1").ends(ExitCode.OK).says("already removed at 2026-03-02T14:05:00+07:00");
        story.run("camera", "add", "gate-1", "--url", "rtsp://192.0.2.1/a")
                .ends(ExitCode.CONFLICT)
                .complains("removed at 2026-03-02T14:05:00+07:00");
        assertEquals(before, story.files());
        story.run("camera", "show", "gate-1").ends(ExitCode.NOT_FOUND).complains("was removed at 2026-03-02");
        story.run("camera", "list").ends(ExitCode.OK).withoutOutput();
        story.run("camera", "list", "--removed").ends(ExitCode.OK).says("gate-1\t");
        story.run("camera", "list", "--removed", "--json").says("\"removedAt\":\"2026-03-02T07:05:00Z\"");
        story.run("camera", "remove", "gate-2", "--confirm", "gate-2").ends(ExitCode.NOT_FOUND);
        story.run("ledger", "verify").ends(ExitCode.OK);
    }

    private Path names() {
        String name = story.files().keySet().stream()
                .filter(f -> f.endsWith("names/camera"))
                .findFirst()
                .orElseThrow();
        return story.home().resolve(name);
    }

    @Test
    void whatIsWrittenOutAsCsvIsReadInAgainUnchanged() throws Exception {
        story.run(
                        "camera",
                        "add",
                        "gate-1",
                        "--url",
                        "rtsp://192.0.2.1/a?x=1,2",
                        "--name",
                        "=1+1, \"Cổng\"",
                        "--essential",
                        "--group",
                        "gates,night",
                        "--site",
                        "Nhà A",
                        "--purpose",
                        "xe",
                        "--retention",
                        "30",
                        "--installed",
                        "2025-12-01",
                        "--supplier",
                        "-x",
                        "--warranty",
                        "2027-12-01",
                        "--uplink",
                        "@sw-2",
                        "--user",
                        "admin",
                        "--tls-pin",
                        "ab".repeat(32),
                        "--basic-allowed")
                .ends(ExitCode.OK);
        story.run(
                        "camera",
                        "add",
                        "nvr-3",
                        "--driver",
                        "dahua",
                        "--address",
                        "192.0.2.7:8080",
                        "--channel",
                        "3",
                        "--url",
                        "rtsp://192.0.2.7/live")
                .ends(ExitCode.OK);
        story.run("camera", "add", "mtx-1", "--folder", folder + "/rec/%Y-%m-%d/%H.%M.%S.mp4")
                .ends(ExitCode.OK)
                .complains("is not there");
        String csv =
                story.run("camera", "list", "--format", "csv").ends(ExitCode.OK).out();
        Path file = Files.writeString(folder.resolve("cameras.csv"), csv);
        story.run("camera", "import", file.toString()).ends(ExitCode.OK).says("0 cameras added, 3 unchanged");
        story.run("camera", "import", file.toString(), "--update").says("0 cameras added, 0 changed, 3 unchanged");
        Story other = new Story(folder.resolve("other"));
        other.run("init", "--no-input").ends(ExitCode.OK);
        other.run("camera", "import", file.toString()).ends(ExitCode.OK).says("3 cameras added");
        assertEquals(csv, other.run("camera", "list", "--format", "csv").out());
    }

    @Test
    void theTemplateIsAFileToBeginWith() throws Exception {
        String template = story.run("camera", "import", "--template")
                .ends(ExitCode.OK)
                .withoutComplaint()
                .out();
        assertTrue(template.startsWith("id,name,url,sub-url,onvif,driver,"), template);
        Path file = Files.writeString(folder.resolve("cameras.csv"), template);
        story.run("camera", "import", file.toString()).ends(ExitCode.OK).says("0 cameras added");
        Files.writeString(file, template.replace("#", "").replace(".pw", ""));
        for (String name : List.of("gate-1", "gate-2")) {
            Files.move(Path.of(passwordFile(CANARY)), folder.resolve(name));
        }
        story.run("camera", "import", file.toString()).ends(ExitCode.OK).says("2 cameras added");
        story.run("camera", "list").says("gate-1\tMain gate\tyes\t\trtsp://192.0.2.10:554/stream1\t");
        story.run("camera", "import").ends(ExitCode.USAGE).complains("--template");
    }

    @Test
    void aJsonFileIsImportedAndUpdatesOnlyWhenItIsTold() throws Exception {
        Path file = Files.writeString(
                folder.resolve("cameras"), "[{\"id\":\"a\",\"url\":\"rtsp://192.0.2.1/a\",\"group\":[\"gates\"]}]");
        story.run("camera", "import", file.toString()).ends(ExitCode.USAGE);
        rehearse("1 cameras would be added", "camera", "import", file.toString(), "--format", "json");
        story.run("camera", "import", file.toString(), "--format", "json").ends(ExitCode.OK);
        Files.writeString(file, "[{\"id\":\"a\",\"place\":\"Sân\"},{\"id\":\"b\",\"url\":\"rtsp://192.0.2.2/\"}]");
        story.run("camera", "import", file.toString(), "--format", "json")
                .ends(ExitCode.CONFLICT)
                .complains("camera 1, id: place: the inventory has nothing, asked for Sân")
                .complains("--update");
        rehearse(
                "1 cameras would be added, 1 changed",
                "camera",
                "import",
                file.toString(),
                "--format",
                "json",
                "--update");
        Story.Run run = story.run("camera", "import", file.toString(), "--format", "json", "--update", "--json")
                .ends(ExitCode.OK);
        assertEquals(List.of("schema", "zone", "added", "changed", "unchanged"), keys(run));
        Files.writeString(
                file, "[{\"id\":\"c\",\"url\":\"rtsp://u:" + CANARY + "/x@192.0.2.1/a\"},{\"id\":\"d\",\"lat\":1.5}]");
        Story.Run bad = story.run("camera", "import", file.toString(), "--format", "json")
                .ends(ExitCode.USAGE)
                .complains("camera 1, url: ")
                .complains("camera 2, lat: ");
        assertFalse(bad.err().contains(CANARY), bad.err());
    }

    @Test
    void aListShowsWhatIsAskedFor() {
        story.run("camera", "add", "a", "--url", "rtsp://192.0.2.1/", "--group", "gates", "--site", "A", "--essential");
        story.run("camera", "add", "b", "--url", "rtsp://192.0.2.2/", "--group", "gates,yard", "--site", "B");
        story.run(
                "camera",
                "add",
                "c",
                "--driver",
                "hikvision",
                "--address",
                "192.0.2.3",
                "--url",
                "rtsp://192.0.2.3/live");
        story.run("camera", "list", "--group", "gates")
                .ends(ExitCode.OK)
                .says("a\t")
                .says("b\t")
                .saysNot("c\t");
        story.run("camera", "list", "--group", "gates", "--site", "B")
                .says("b\t")
                .saysNot("a\t");
        story.run("camera", "list", "--essential").says("a\t").saysNot("b\t");
        story.run("camera", "list", "--driver", "hikvision").says("c\t").saysNot("a\t");
        story.run("camera", "list", "--driver", "hikvison").ends(ExitCode.USAGE).complains("hikvision");
        story.run("camera", "list", "--group", "none").ends(ExitCode.OK).withoutOutput();
    }

    @Test
    void loginsAreSetTriedReleasedRotatedAndForgotten() throws Exception {
        try (SimulatedSite site = SimulatedSite.start(
                World.real(),
                SiteSpec.of(CameraSpec.of("good")
                        .with(new PictureSpec(320, 180, 10, 1, 10))
                        .withLogin("admin", CANARY)))) {
            SimulatedCamera camera = site.camera("good");
            story.run("camera", "add", "gate-1", "--url", camera.liveUrl().toString(), "--group", "gates")
                    .ends(ExitCode.OK);
            List<Story.Run> all = new ArrayList<>();
            String right = passwordFile(CANARY);
            story.run("camera", "credential", "set", "gate-1", "--password-file", right)
                    .ends(ExitCode.USAGE)
                    .complains("gate-1 has no user name");
            story.run("camera", "credential", "set", "gate-1", "--user", "admin")
                    .ends(ExitCode.USAGE)
                    .complains("--password-file");
            String wrong = Files.move(Path.of(passwordFile("wrong-1")), folder.resolve("wrong"))
                    .toString();
            right = passwordFile(CANARY);
            String[] set = {
                "camera", "credential", "set", "--group", "gates", "--user", "admin", "--password-file", wrong
            };
            rehearse("would be set", set);
            all.add(story.run(set).ends(ExitCode.OK).withoutComplaint().says("was set"));
            all.add(story.run(set).ends(ExitCode.OK).says("unchanged"));
            rehearse("nobody was contacted", "camera", "credential", "test", "gate-1");
            all.add(story.run("camera", "credential", "test", "gate-1")
                    .ends(ExitCode.DENIED)
                    .says("is refused"));
            all.add(story.run("camera", "credential", "test", "--all", "-q")
                    .ends(ExitCode.DENIED)
                    .says("not tried"));
            assertEquals(1, camera.refusedLogins());
            all.add(story.run("camera", "show", "gate-1").says("refused at 2026-03-02T14:05:00+07:00"));
            all.add(story.run("camera", "show", "gate-1", "--json")
                    .says("\"loginRefusedAt\":\"2026-03-02T07:05:00Z\""));
            rehearse("would be freed", "camera", "credential", "release", "gate-1");
            all.add(story.run("camera", "credential", "release", "gate-1")
                    .ends(ExitCode.OK)
                    .says("once again"));
            all.add(story.run("camera", "credential", "release", "gate-1")
                    .ends(ExitCode.OK)
                    .says("unchanged"));
            Story.Run json = story.run("camera", "credential", "set", "gate-1", "--password-file", right, "--json")
                    .ends(ExitCode.OK);
            assertEquals(List.of("schema", "zone", "logins", "camera", "outcome", "user", "refusedAt"), keys(json));
            json = story.run("camera", "credential", "test", "gate-1", "--json")
                    .ends(ExitCode.OK)
                    .says("\"accepted\"");
            assertEquals(List.of("schema", "zone", "tests", "camera", "user", "answer", "good", "settled"), keys(json));

            story.run("camera", "credential", "rotate", "gate-1", "--allow-plain")
                    .ends(ExitCode.REFUSED)
                    .complains("by ONVIF only");
            story.run("camera", "edit", "gate-1", "--onvif", camera.onvifAddress())
                    .ends(ExitCode.OK);
            story.run("camera", "credential", "rotate", "gate-1")
                    .ends(ExitCode.REFUSED)
                    .complains("--allow-plain");
            String[] rotate = {"camera", "credential", "rotate", "gate-1", "--allow-plain"};
            rehearse("nothing was done", rotate);
            assertEquals(CANARY, camera.login().password());
            json = story.run("camera", "credential", "rotate", "gate-1", "--allow-plain", "--json")
                    .ends(ExitCode.OK);
            assertEquals(List.of("schema", "zone", "outcome", "camera", "user", "also"), keys(json));
            String fresh = camera.login().password();
            assertFalse(fresh.equals(CANARY));
            all.add(json);
            all.add(story.run("camera", "credential", "test", "--all")
                    .ends(ExitCode.OK)
                    .says("is accepted"));

            story.run("camera", "credential", "forget", "gate-1")
                    .ends(ExitCode.USAGE)
                    .complains("--yes");
            rehearse("would be forgotten", "camera", "credential", "forget", "gate-1");
            all.add(story.run("camera", "credential", "forget", "gate-1", "--yes")
                    .ends(ExitCode.OK)
                    .says("was forgotten"));
            all.add(story.run("camera", "credential", "forget", "gate-1")
                    .ends(ExitCode.OK)
                    .says("unchanged"));
            all.add(story.run("camera", "credential", "test", "gate-1").ends(ExitCode.NOT_FOUND));
            story.run("ledger", "verify").ends(ExitCode.OK);
            nowhere(all, CANARY, fresh, "wrong-1");
        }
    }

    @Test
    void camerasAreChosenInOneWay() {
        story.run("camera", "credential", "release").ends(ExitCode.USAGE).complains("--group or --all");
        story.run("camera", "credential", "release", "--all").ends(ExitCode.NOT_FOUND);
        story.run("camera", "add", "gate-1", "--url", "rtsp://192.0.2.1/", "--group", "gates")
                .ends(ExitCode.OK);
        story.run("camera", "credential", "release", "gate-1", "--all").ends(ExitCode.USAGE);
        story.run("camera", "credential", "release", "--group", "gate")
                .ends(ExitCode.NOT_FOUND)
                .complains("gates");
        story.run("camera", "credential", "release", "gaet-1")
                .ends(ExitCode.NOT_FOUND)
                .complains("gate-1");
        story.run("camera", "credential", "release", "--group", "gates")
                .ends(ExitCode.OK)
                .says("unchanged");
    }

    @Test
    void theDocumentsOfEditAndRemoveKeepTheirKeys() throws Exception {
        story.run("camera", "add", "gate-1", "--url", "rtsp://192.0.2.1/a").ends(ExitCode.OK);
        List<String> keys = keys(
                story.run("camera", "edit", "gate-1", "--place", "x", "--json").ends(ExitCode.OK));
        assertEquals(
                List.of("schema", "zone", "outcome", "changes", "field", "from", "to", "loginChanged", "camera", "id"),
                keys.subList(0, 10));
        keys = keys(story.run("camera", "show", "gate-1", "--json").ends(ExitCode.OK));
        assertEquals(
                List.of("uplink", "abilities", "loginRefusedAt", "lastCheck"),
                keys.subList(keys.size() - 4, keys.size()));
        assertEquals(
                List.of("schema", "zone", "outcome", "camera", "removedAt"),
                keys(story.run("camera", "remove", "gate-1", "--confirm", "gate-1", "--json")
                        .ends(ExitCode.OK)
                        .says("vigil.camera.remove/1")));
    }

    /** No secret in what was said, nor in any file. */
    private void nowhere(List<Story.Run> runs, String... secrets) throws Exception {
        for (String secret : secrets) {
            for (Story.Run run : runs) {
                assertFalse((run.out() + run.err()).contains(secret), run.line());
            }
            for (String file : story.files().keySet()) {
                Path path = story.home().resolve(file);
                if (Files.isRegularFile(path)) {
                    assertFalse(
                            Files.readString(path, StandardCharsets.ISO_8859_1).contains(secret), file);
                }
            }
        }
    }

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
