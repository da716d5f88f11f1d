package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** What must not happen, over all verbs: secrets that leak, rehearsals that write, damaged stores that are written to. */
class FaultStoriesTest {
    private static final PictureSpec SMALL = new PictureSpec(320, 180, 10, 1, 10);
    private static final String PASSWORD = "ca%21na@ry:/?#'\"<&> \\ Đường";
    private static final String PASSPHRASE = "tre%40nho& <\"ngoài' sân\\ #";
    private static SimulatedSite cameras;
    private static Instant recorded;

    @TempDir
    Path folder;

    private Story story;
    private final List<Story.Run> runs = new ArrayList<>();

    @BeforeAll
    static void open() {
        recorded = World.real().now().minus(Duration.ofMinutes(10)).truncatedTo(ChronoUnit.MINUTES);
        TimeSpan kept = new TimeSpan(recorded, recorded.plus(Duration.ofMinutes(30)));
        TimeSpan gap = new TimeSpan(recorded.plusSeconds(300), recorded.plusSeconds(310));
        cameras = SimulatedSite.start(
                World.real(),
                SiteSpec.of(
                        CameraSpec.of("good")
                                .with(SMALL)
                                .withLogin("admin", PASSWORD)
                                .withRecording(kept, gap),
                        CameraSpec.of("other").with(SMALL).withLogin("admin", "another one")));
    }

    @AfterAll
    static void close() {
        cameras.close();
    }

    @BeforeEach
    void init() {
        story = new Story(folder.resolve("site"));
    }

    /** The cameras live by the real clock. */
    private Story now() {
        story.world().jumpClock(World.real().now());
        return story;
    }

    private Story.Run run(String... words) {
        Story.Run run = now().run(words);
        runs.add(run);
        return run;
    }

    private String secret(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        return Files.writeString(file, text + "\n").toString();
    }

    /** Two people with their keys and one camera with a login. */
    private void peopleAndCamera() throws IOException {
        run("init", "--no-input").ends(ExitCode.OK);
        run("roster", "member", "add", "lan", "--name", "Nguyễn Thị Lan", "--office", "team-leader")
                .ends(ExitCode.OK);
        run("roster", "member", "add", "binh", "--name", "Trần Văn Bình", "--office", "board", "--as", "lan")
                .ends(ExitCode.OK);
        String host = cameras.camera("good").onvifAddress();
        run("camera", "add", "gate-1", "--onvif", host, "--user", "admin", "--password-file", password(), "--as", "lan")
                .ends(ExitCode.OK);
    }

    private void keys() throws IOException {
        run("extract", "key", "init", "--as", "lan").ends(ExitCode.OK);
        run("extract", "key", "init", "--for", "binh", "--passphrase-file", passphrase(), "--as", "lan")
                .ends(ExitCode.OK);
    }

    private String password() throws IOException {
        return secret("password", PASSWORD);
    }

    private String passphrase() throws IOException {
        return secret("passphrase", PASSPHRASE);
    }

    private String[] asking(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "extract",
                "request",
                "--requester",
                "state-agency",
                "--requester-name",
                "Công an phường",
                "--document",
                "12/CV-CAP",
                "--document-date",
                "2026-01-20",
                "--purpose",
                "xác minh vụ mất xe",
                "--recipient",
                "Công an phường",
                "--camera",
                "gate-1",
                "--from",
                recorded.plusSeconds(60).toString(),
                "--for",
                "3s",
                "--as",
                "lan"));
        words.addAll(List.of(more));
        return words.toArray(new String[0]);
    }

    private static String requestOf(Story.Run filed) {
        Matcher m = Pattern.compile("\"id\":\"([^\"]+)\"").matcher(filed.out());
        assertTrue(m.find(), filed.out());
        return m.group(1);
    }

    private String keyFile(String person) {
        return story.home().resolve("keys").resolve(person + ".p12").toString();
    }

    @Test
    void noRehearsalWritesAnything() throws Exception {
        story.run("init", "--no-input", "-n").ends(ExitCode.OK);
        assertEquals(Map.of(), story.files());
        peopleAndCamera();
        Path csv = Files.writeString(folder.resolve("cameras.csv"), "id,name,url\nyard,Sân,rtsp://192.0.2.9/a\n");
        String host = cameras.camera("good").onvifAddress();
        List<String[]> first = List.of(
                new String[] {"init", "--no-input", "--body", "Another body"},
                new String[] {"roster", "member", "add", "hoa", "--name", "Hoa", "--as", "lan"},
                new String[] {
                    "roster", "member", "correct", "lan", "--name", "Lan", "--reason", "misspelt", "--as", "lan"
                },
                new String[] {"camera", "add", "x", "--url", "rtsp://u:p@192.0.2.1/", "--as", "lan"},
                new String[] {
                    "camera",
                    "add",
                    "x",
                    "--onvif",
                    host,
                    "--user",
                    "admin",
                    "--password-file",
                    password(),
                    "--as",
                    "lan"
                },
                new String[] {"camera", "import", csv.toString(), "--as", "lan"},
                new String[] {
                    "camera",
                    "snapshot",
                    "gate-1",
                    "-o",
                    story.home().resolve("x.jpg").toString(),
                    "--as",
                    "lan"
                },
                new String[] {"camera", "check"},
                new String[] {"incident", "open", "--kind", "theft", "--title", "x", "--as", "lan"},
                asking(),
                new String[] {"extract", "key", "init", "--as", "lan"});
        first.forEach(this::changesNothing);
        keys();
        changesNothing("extract", "key", "init", "--for", "lan", "--passphrase-file", passphrase(), "--as", "lan");
        String id = requestOf(run(asking("--json")).ends(ExitCode.OK));
        changesNothing("extract", "refuse", id, "--reason", "x", "--as", "binh");
        String[] approve = {
            "extract", "approve", id, "--key", keyFile("binh"), "--passphrase-file", passphrase(), "--as", "binh"
        };
        changesNothing(approve);
        run(approve).ends(ExitCode.OK);
        changesNothing("extract", "run", id, "--as", "lan");
    }

    private void changesNothing(String... words) {
        Map<String, String> before = story.files();
        String[] rehearsed =
                Stream.concat(Stream.of(words), Stream.of("--dry-run")).toArray(String[]::new);
        now().run(rehearsed).ends(ExitCode.OK);
        assertEquals(before, story.files(), () -> "vigil " + String.join(" ", rehearsed));
        if (!words[1].equals("check")) {
            String[] quiet =
                    Stream.concat(Stream.of(rehearsed), Stream.of("-q")).toArray(String[]::new);
            now().run(quiet).ends(ExitCode.OK).withoutOutput().withoutComplaint();
        }
    }

    @Test
    void aPasswordAndAPassphraseAreFoundNowhereButInTheVault() throws Exception {
        peopleAndCamera();
        keys();
        run("camera", "check", "gate-1").ends(ExitCode.OK);
        run("camera", "check", "--json").ends(ExitCode.OK);
        run("camera", "snapshot", "gate-1", "-o", story.home().resolve("a.jpg").toString(), "--as", "lan")
                .ends(ExitCode.OK);
        run("camera", "show", "gate-1").ends(ExitCode.OK);

        String other = cameras.camera("other").liveUrl().toString();
        String inside = "rtsp://admin:"
                + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8).replace("+", "%20") + "@";
        run("camera", "add", "gate-2", "--url", other.replace("rtsp://", inside), "--as", "lan")
                .ends(ExitCode.OK);
        run("camera", "check", "gate-2", "--verbose").ends(ExitCode.CRITICAL);
        run("camera", "snapshot", "gate-2", "--as", "lan").ends(ExitCode.DENIED);
        run("camera", "snapshot", "gate-2", "--as", "lan", "--json").ends(ExitCode.DENIED);
        run("camera", "add", "gate-3", "--url", "rtsp://admin:" + PASSWORD + "@192.0.2.1/", "--as", "lan")
                .ends(ExitCode.USAGE);
        run(
                        "camera",
                        "add",
                        "gate-3",
                        "--onvif",
                        cameras.camera("other").onvifAddress(),
                        "--user",
                        "admin",
                        "--password-file",
                        password(),
                        "--as",
                        "lan")
                .ends(ExitCode.DENIED);
        run("camera", "add", "gate-3", "--url", other, "--password=" + PASSWORD).ends(ExitCode.USAGE);
        run("camera", "add", "gate-3", "--url", other, "--password", PASSWORD).ends(ExitCode.USAGE);

        String id = requestOf(run(asking("--json")).ends(ExitCode.OK));
        run("extract", "approve", id, "--key", keyFile("binh"), "--passphrase-file", password(), "--as", "binh")
                .ends(ExitCode.DENIED);
        run("extract", "approve", id, "--key", keyFile("binh"), "--passphrase-file", passphrase(), "--as", "binh")
                .ends(ExitCode.OK);
        run("extract", "run", id, "--as", "lan").ends(ExitCode.OK);
        run("extract", "show", id).ends(ExitCode.OK);
        run("ledger", "verify").ends(ExitCode.OK);

        for (String form : forms(PASSWORD)) {
            nowhere(form);
        }
        for (String form : forms(PASSPHRASE)) {
            nowhere(form);
        }
    }

    /** As it is, and in every dress in which a text leaves a program. */
    private static TreeSet<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        String xml = secret.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        String json = secret.replace("\\", "\\\\").replace("\"", "\\\"");
        return new TreeSet<>(List.of(
                secret,
                url,
                url.replace("+", "%20"),
                xml,
                xml.replace("\"", "&quot;").replace("'", "&apos;"),
                xml.replace("\"", "&#34;").replace("'", "&#39;"),
                json,
                json.replace("Đ", "\\u0110").replace("ư", "\\u01b0").replace("ờ", "\\u1edd"),
                secret.replace("'", "'\\''"),
                Base64.getEncoder().withoutPadding().encodeToString(bytes),
                Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(("admin:" + secret).getBytes(StandardCharsets.UTF_8))));
    }

    private void nowhere(String form) throws IOException {
        for (Story.Run run : runs) {
            assertFalse(
                    run.out().contains(form) || run.err().contains(form), () -> "shown by: " + run.out() + run.err());
        }
        String bytes = new String(form.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        try (Stream<Path> all = Files.walk(story.home())) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                assertFalse(
                        Files.readString(file, StandardCharsets.ISO_8859_1).contains(bytes),
                        () -> form + " is in " + file);
            }
        }
    }

    @Test
    void aStoreThatCannotBeTrustedIsNamedAndLeftAlone() throws Exception {
        story.run("camera", "list").ends(ExitCode.NO_STORE).complains("next: vigil init");
        story.run("camera", "check").ends(ExitCode.UNKNOWN).complains("next: vigil init");
        Path file = folder.resolve("site").resolve("store").resolve("vigil.db");

        story.run("init", "--no-input").ends(ExitCode.OK);
        Files.write(file, new byte[0]);
        story.run("camera", "list").ends(ExitCode.NO_STORE).complains("next: vigil init");
        story.run("init", "--no-input").ends(ExitCode.OK);
        story.run("camera", "list").ends(ExitCode.OK);

        Files.writeString(file, "no database at all, but rather long".repeat(200));
        Map<String, String> before = story.files();
        for (String verb :
                List.of("camera list", "ledger verify", "init --no-input", "camera add x --url rtsp://192.0.2.1/")) {
            story.run(verb.split(" "))
                    .ends(ExitCode.FAILED)
                    .withoutOutput()
                    .complains("is damaged; nothing is written to it");
        }
        assertEquals(before, story.files());

        Files.delete(file);
        Files.createDirectory(file);
        story.run("camera", "list").ends(ExitCode.CONFLICT).complains("is no store of vigil");
        story.run("init", "--no-input").ends(ExitCode.CONFLICT).complains("is no store of vigil");
    }

    @Test
    void aTimeCountedFromNowHasNoFractionOfASecond() throws Exception {
        run("init", "--no-input").ends(ExitCode.OK);
        run("roster", "member", "add", "lan", "--name", "Nguyễn Thị Lan", "--office", "team-leader")
                .ends(ExitCode.OK);
        for (String at : List.of("now", "-20m")) {
            Story.Run opened = run(
                            "incident", "open", "--kind", "theft", "--title", at, "--at", at, "--json", "--as", "lan")
                    .ends(ExitCode.OK);
            assertTrue(
                    Pattern.compile("\"happenedAt\":\"[^.\"]+Z\"")
                            .matcher(opened.out())
                            .find(),
                    opened.out());
        }
    }

    @Test
    void anArgumentThatIsNotUnderstoodIsNotAlsoMissing() {
        Story.Run run = story.run("incident", "show", "X")
                .ends(ExitCode.USAGE)
                .complains("INCIDENT: value not understood: \"X\"");
        assertFalse(run.err().contains("missing") || run.err().contains("too many"), run.err());
        story.run("incident", "show").ends(ExitCode.USAGE).complains("INCIDENT is missing");
    }

    @Test
    void sqlInAnyTextIsATextLikeAnyOther() throws Exception {
        peopleAndCamera();
        String bad = "'); DROP TABLE camera; --\";\\";
        run(
                        "camera",
                        "add",
                        "a",
                        "--url",
                        "rtsp://192.0.2.1/'--",
                        "--name",
                        bad,
                        "--place",
                        bad,
                        "--user",
                        bad,
                        "--as",
                        "lan")
                .ends(ExitCode.OK);
        run("roster", "member", "add", "eve", "--name", bad, "--login", "eve", "--as", "lan")
                .ends(ExitCode.OK);
        run("roster", "member", "correct", "eve", "--name", bad + "2", "--reason", bad, "--as", "lan")
                .ends(ExitCode.OK);
        run("incident", "open", "--kind", "theft", "--title", bad, "--place", bad, "--as", "lan")
                .ends(ExitCode.OK);
        String id = requestOf(
                run(asking("--basis", bad, "--guidance", bad, "--json")).ends(ExitCode.OK));
        run("extract", "refuse", id, "--reason", bad, "--as", "binh").ends(ExitCode.OK);
        run("camera", "list").says("a\t" + bad + "\tno\t" + bad);
        run("camera", "show", bad).ends(ExitCode.NOT_FOUND);
        run("roster", "member", "list").says("eve\t" + bad + "2");
        run("incident", "list").says(bad);
        run("extract", "show", id).says(bad);
        run("ledger", "verify").ends(ExitCode.OK);
    }
}
