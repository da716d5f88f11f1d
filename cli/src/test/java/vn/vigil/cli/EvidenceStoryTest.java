package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;

/** Incidents and requests for footage as typed: what is filed, shown, allowed and refused. No camera is contacted. */
class EvidenceStoryTest {
    private static final String FROM = "2026-03-01T08:00:00+07:00";

    @TempDir
    Path folder;

    private Story story;
    private String passphrase;

    @BeforeEach
    void site() throws Exception {
        story = new Story(folder.resolve("site"));
        story.run("init", "--no-input").ends(ExitCode.OK);
        story.run("roster", "member", "add", "lan", "--name", "Người lan", "--office", "team-leader")
                .ends(ExitCode.OK);
        member("binh", "board");
        member("cuong", "operator");
        story.run("camera", "add", "gate-1", "--url", "rtsp://192.0.2.1/a", "--as", "lan")
                .ends(ExitCode.OK);
        Path file = folder.resolve("passphrase");
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        passphrase = Files.writeString(file, "trial and no error\n").toString();
    }

    private void member(String id, String office) {
        story.run("roster", "member", "add", id, "--name", "Người " + id, "--office", office, "--as", "lan")
                .ends(ExitCode.OK);
    }

    private Story.Run request(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "extract",
                "request",
                "--requester",
                "state-agency",
                "--requester-name",
                "Công an phường",
                "--document",
                "12/CV",
                "--document-date",
                "2026-03-01",
                "--purpose",
                "xác minh",
                "--recipient",
                "Công an phường",
                "--camera",
                "gate-1",
                "--as",
                "lan"));
        words.addAll(List.of(more));
        return story.run(words.toArray(new String[0]));
    }

    private String key(String person) {
        return story.home().resolve("keys").resolve(person + ".p12").toString();
    }

    private Story.Run approve(String person, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "extract",
                "approve",
                "EXT-2026-0001",
                "--as",
                person,
                "--key",
                key(person),
                "--passphrase-file",
                passphrase));
        words.addAll(List.of(more));
        return story.run(words.toArray(new String[0]));
    }

    @Test
    void anIncidentIsOpenedOnceAndShown() {
        String[] open = {
            "incident",
            "open",
            "--kind",
            "theft",
            "--severity",
            "high",
            "--title",
            "Mất xe",
            "--place",
            "cổng 1",
            "--camera",
            "gate-1",
            "--at",
            FROM,
            "--later",
            "--as",
            "lan"
        };
        Map<String, String> before = story.files();
        String[] rehearsed = java.util.Arrays.copyOf(open, open.length + 1);
        rehearsed[open.length] = "--dry-run";
        story.run(rehearsed).ends(ExitCode.OK);
        assertEquals(before, story.files(), "a dry run wrote something");

        story.run(open)
                .ends(ExitCode.OK)
                .withoutComplaint()
                .says("INC-2026-0001")
                .says("Mất xe");
        story.run(open).ends(ExitCode.OK).says("INC-2026-0001");
        story.run("incident", "list", "--json")
                .ends(ExitCode.OK)
                .says("vigil.incident.list/1")
                .says(
                        "\"id\":\"INC-2026-0001\",\"state\":\"open\",\"restricted\":false,\"masked\":false,\"owner\":null,\"closedAt\":null,\"kind\":\"theft\",\"severity\":\"high\",\"title\":\"Mất xe\"")
                .says("\"cameras\":[\"gate-1\"],\"openedAt\":")
                .saysNot("INC-2026-0002");
        story.run("incident", "show", "INC-2026-0009").ends(ExitCode.NOT_FOUND).withoutOutput();
        story.run("incident", "open", "--kind", "theft", "--title", "x", "--at", "2099-01-01T00:00:00Z", "--as", "lan")
                .ends(ExitCode.USAGE)
                .withoutOutput();
        story.run("incident", "open", "--kind", "war", "--title", "x", "--as", "lan")
                .ends(ExitCode.USAGE)
                .withoutOutput();
        story.run("ledger", "verify").ends(ExitCode.OK);
    }

    @Test
    void aRequestIsFiledAllowedByAnotherAndNeverByItsFiler() {
        story.run("extract", "key", "init", "--as", "lan").ends(ExitCode.OK);
        for (String person : List.of("lan", "binh")) {
            story.run("extract", "key", "init", "--as", "lan", "--for", person, "--passphrase-file", passphrase)
                    .ends(ExitCode.OK);
        }
        request("--from", FROM, "--for", "2m", "--json")
                .ends(ExitCode.OK)
                .says("vigil.extract.request/1")
                .says("\"outcome\":\"written\"")
                .says("\"id\":\"EXT-2026-0001\",\"state\":\"requested\"");
        request("--from", FROM, "--for", "2m", "--json").ends(ExitCode.OK).says("\"outcome\":\"unchanged\"");
        story.run("extract", "run", "EXT-2026-0001", "--as", "cuong")
                .ends(ExitCode.REFUSED)
                .withoutOutput()
                .complains("is not approved")
                .complains("next: ");
        approve("lan").ends(ExitCode.REFUSED).withoutOutput().complains("nobody approves their own request");
        approve("lan", "--lang", "vi").ends(ExitCode.REFUSED).withoutOutput();
        approve("binh", "--json")
                .ends(ExitCode.OK)
                .says("vigil.extract.approve/1")
                .says("\"state\":\"approved\"");
        approve("binh", "--json").ends(ExitCode.OK).says("\"outcome\":\"unchanged\"");
        story.run("extract", "run", "EXT-2026-0001", "--from", FROM, "--for", "2m1s", "--as", "cuong")
                .ends(ExitCode.REFUSED)
                .withoutOutput()
                .complains("was approved for another time");
        story.run("extract", "run", "EXT-2026-0001", "--from", FROM, "--for", "2m1s", "--as", "cuong", "--json")
                .ends(ExitCode.REFUSED)
                .withoutOutput()
                .complains(
                        "{\"schema\":\"vigil.error/1\",\"id\":\"VG-EXTRACT-SPAN\",\"exit\":16,\"name\":\"REFUSED\",");
        story.run("extract", "refuse", "EXT-2026-0001", "--reason", "muộn", "--as", "binh")
                .ends(ExitCode.REFUSED)
                .complains("decided already");
        story.run("extract", "show", "EXT-2026-0001", "--json")
                .says("\"approvedBy\":\"binh\"")
                .says("\"packages\":[]");
        assertFalse(Files.exists(story.home().resolve("packages")), "nothing was made");
        story.run("ledger", "verify").ends(ExitCode.OK);
    }

    @Test
    void aRefusedRequestStaysRefused() {
        request("--from", FROM, "--for", "2m").ends(ExitCode.OK);
        story.run("extract", "refuse", "EXT-2026-0001", "--reason", "x", "--as", "cuong")
                .ends(ExitCode.DENIED);
        story.run("extract", "refuse", "EXT-2026-0001", "--reason", "không đủ căn cứ", "--as", "binh")
                .ends(ExitCode.OK);
        story.run("extract", "run", "EXT-2026-0001", "--as", "cuong")
                .ends(ExitCode.REFUSED)
                .complains("không đủ căn cứ");
        story.run("extract", "list").ends(ExitCode.OK).says("EXT-2026-0001\trefused\t");
    }

    @Test
    void whatMayNotBeAskedIsRefusedWithItsReason() {
        Map<String, String> before = story.files();
        story.run(
                        "extract",
                        "request",
                        "--requester",
                        "private",
                        "--camera",
                        "gate-1",
                        "--from",
                        FROM,
                        "--for",
                        "2m",
                        "--document-date",
                        "2026-03-01",
                        "--as",
                        "lan")
                .ends(ExitCode.REFUSED)
                .complains("8.4l");
        request("--from", FROM, "--for", "2m", "--crime").ends(ExitCode.REFUSED).complains("4b");
        request("--from", "2099-01-01T00:00:00Z", "--for", "2m").ends(ExitCode.USAGE);
        request().ends(ExitCode.USAGE);
        request("--from", FROM, "--for", "2m", "--live", "5s").ends(ExitCode.USAGE);
        request("--from", FROM, "--for", "2m", "--camera", "gate-9").ends(ExitCode.NOT_FOUND);
        request("--from", FROM, "--for", "2m", "--dry-run").ends(ExitCode.OK);
        assertEquals(before, story.files());
        story.run("extract", "show", "EXT-2026-0001").ends(ExitCode.NOT_FOUND).withoutOutput();
    }

    @Test
    void packagesOfOldEndAsTheyAlwaysDid() throws Exception {
        Path old = Path.of("../core/src/test/resources/vn/vigil/evidence/packages");
        Path second = old.resolve("v2/VIGIL-EXT-2026-0001-20261126T160159Z-1of1.asice");
        Story elsewhere = new Story(folder.resolve("nowhere"));
        elsewhere.world().jumpClock(Instant.parse("2026-11-27T00:00:00Z"));
        String root = old.resolve("v2/root.pem").toString();
        String stamps = old.resolve("v2/tsa-root.pem").toString();
        elsewhere
                .run("extract", "verify", second.toString(), "--trust", root, "--trust", stamps, "--json")
                .ends(ExitCode.OK)
                .says("\"verdict\":\"genuine\"");
        elsewhere
                .run("extract", "verify", second.toString(), "--trust", root, "--json")
                .ends(ExitCode.NOT_TIMESTAMPED)
                .says("\"verdict\":\"genuine-time-not-proven\"");
        byte[] bent = Files.readAllBytes(second);
        bent[bent.length / 2] ^= 1;
        Path file = Files.write(folder.resolve("bent.asice"), bent);
        elsewhere
                .run("extract", "verify", file.toString(), "--trust", root, "--trust", stamps, "--json")
                .ends(ExitCode.NOT_GENUINE)
                .says("{\"name\":\"digests\",\"ok\":false,");
        elsewhere
                .run(
                        "extract",
                        "verify",
                        old.resolve("v1/VIGIL-EXT-2026-0001-20261126T101151Z-1of1.asice")
                                .toString(),
                        "--trust",
                        old.resolve("v1/root.pem").toString())
                .ends(ExitCode.NOT_TIMESTAMPED);
    }

    @Test
    void anythingElseThanAPackageIsNotGenuine() throws Exception {
        story.run("extract", "key", "init", "--as", "lan").ends(ExitCode.OK);
        Path junk = Files.writeString(folder.resolve("x.asice"), "not a package");
        String root = story.home().resolve("trust").resolve("root.pem").toString();
        Story elsewhere = new Story(folder.resolve("nowhere"));
        elsewhere
                .run("extract", "verify", junk.toString(), "--trust", root, "--json")
                .ends(ExitCode.NOT_GENUINE)
                .says("\"schema\":\"vigil.extract.verify/1\"")
                .says("\"verdict\":\"not-genuine\"")
                .says("\"stages\":[{\"name\":\"container\",\"ok\":false,");
        Story.Run english = elsewhere
                .run("extract", "verify", junk.toString(), "--trust", root)
                .ends(ExitCode.NOT_GENUINE);
        Story.Run vietnamese = elsewhere
                .run("extract", "verify", junk.toString(), "--trust", root, "--lang", "vi")
                .ends(ExitCode.NOT_GENUINE);
        assertFalse(english.out().equals(vietnamese.out()));
        assertTrue(vietnamese.out().contains("container"), "stages keep their names");
        elsewhere.run("extract", "verify", junk.toString()).ends(ExitCode.USAGE).withoutOutput();
        elsewhere
                .run("extract", "verify", folder.resolve("none").toString(), "--trust", root)
                .ends(ExitCode.NOT_FOUND)
                .withoutOutput();
        assertTrue(elsewhere.files().isEmpty(), "judging needs no site and leaves none");
    }
}
