package vn.vigil.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.testkit.Story;
import vn.vigil.seal.TestCa;

/** Keys as typed: listed, revoked by two persons, refused from then on, and made anew. */
class KeyStoryTest {
    @TempDir
    Path folder;

    private Story story;
    private String old;
    private String fresh;

    @BeforeEach
    void site() throws Exception {
        story = new Story(folder.resolve("site"));
        story.run("init", "--no-input").ends(ExitCode.OK);
        member("lan", "team-leader");
        member("binh", "board");
        member("quan-tri", "administrator");
        old = passphrase("old", "trial and no error");
        fresh = passphrase("fresh", "another trial");
        story.run("extract", "key", "init", "--as", "lan").ends(ExitCode.OK);
        init(old);
    }

    private void member(String id, String office) {
        story.run("roster", "member", "add", id, "--name", "Người " + id, "--office", office)
                .ends(ExitCode.OK);
    }

    private String passphrase(String name, String text) throws Exception {
        Path file = folder.resolve(name);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, text + "\n").toString();
    }

    private void init(String passphrase) {
        story.run("extract", "key", "init", "--for", "binh", "--passphrase-file", passphrase, "--as", "lan")
                .ends(ExitCode.OK);
    }

    private Path key(String name) {
        return story.home().resolve("keys").resolve(name + ".p12");
    }

    private Story.Run revoke(String owner, String as) {
        return story.run("extract", "key", "revoke", owner, "--reason", "mất máy tính", "--as", as);
    }

    private Story.Run confirm(String owner, String as, String... more) {
        return run(new String[] {"extract", "key", "confirm", owner, "--as", as}, more);
    }

    private Story.Run run(String[] words, String... more) {
        String[] all = Arrays.copyOf(words, words.length + more.length);
        System.arraycopy(more, 0, all, words.length, more.length);
        return story.run(all);
    }

    private Story.Run approve(String passphrase) {
        return story.run(
                "extract",
                "approve",
                "EXT-2026-0001",
                "--as",
                "binh",
                "--key",
                key("binh").toString(),
                "--passphrase-file",
                passphrase);
    }

    private int revoked() throws Exception {
        try (InputStream in = Files.newInputStream(story.home().resolve("trust").resolve("trial.crl"))) {
            X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(in);
            return list.getRevokedCertificates() == null
                    ? 0
                    : list.getRevokedCertificates().size();
        }
    }

    private void request() {
        story.run("camera", "add", "gate-1", "--url", "rtsp://192.0.2.1/a", "--as", "lan")
                .ends(ExitCode.OK);
        story.run(
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
                        "--from",
                        "2026-03-01T08:00:00+07:00",
                        "--for",
                        "2m",
                        "--as",
                        "lan")
                .ends(ExitCode.OK);
    }

    @Test
    void twoPersonsRevokeALostKeyAndItsOwnerGetsANewOne() throws Exception {
        request();
        Story.Run list = story.run("extract", "key", "list", "--json").ends(ExitCode.OK);
        for (String key : new String[] {
            "\"schema\":\"vigil.extract.key.list/1\"",
            "\"keys\":[{\"owner\":\"department\",\"name\":",
            "\"owner\":\"binh\",\"name\":\"Người binh\",\"kind\":\"certificate\",\"certificateSha256\":\"",
            "\"validFrom\":\"",
            "\"validUntil\":\"",
            "\"daysLeft\":730,\"state\":\"active\",\"trial\":true,\"revokedAt\":null"
        }) {
            assertTrue(list.out().replaceAll("\\s", "").contains(key.replaceAll("\\s", "")), key + "\n" + list.out());
        }

        revoke("binh", "binh").ends(ExitCode.DENIED);
        confirm("binh", "quan-tri").ends(ExitCode.NOT_FOUND);
        revoke("binh", "lan").ends(ExitCode.OK);
        revoke("binh", "lan").ends(ExitCode.OK);
        revoke("binh", "quan-tri").ends(ExitCode.CONFLICT);
        confirm("binh", "lan").ends(ExitCode.DENIED);
        confirm("binh", "quan-tri", "--dry-run").ends(ExitCode.OK);
        assertEquals(0, revoked());
        confirm("binh", "quan-tri").ends(ExitCode.OK);
        assertEquals(1, revoked());
        confirm("binh", "quan-tri").ends(ExitCode.OK);

        approve(old).ends(ExitCode.DENIED);
        assertTrue(story.run("extract", "key", "list", "--json").out().contains("\"revoked\""));
        byte[] lost = Files.readAllBytes(key("binh"));
        init(fresh);
        init(fresh);
        assertEquals(-1, Arrays.mismatch(lost, Files.readAllBytes(key("binh.revoked-1"))));
        assertFalse(Files.exists(key("binh.revoked-2")));
        approve(fresh).ends(ExitCode.OK);
        String ledger = story.run("ledger", "list", "--json").out();
        assertTrue(ledger.contains("people.key-revoke\"") && ledger.contains("people.key-revoked\""), ledger);
        story.run("ledger", "verify").ends(ExitCode.OK);
    }

    @Test
    void aRealCertificateIsRequestedAndInstalled() throws Exception {
        String[] request = {"extract", "key", "request", "--for", "binh", "--passphrase-file", fresh, "--as", "lan"};
        Map<String, String> before = story.files();
        run(request, "--dry-run", "--json").ends(ExitCode.OK).says("\"outcome\":\"would-write\"");
        assertEquals(before, story.files(), "a dry run wrote something");
        run(request, "--json")
                .ends(ExitCode.OK)
                .says("\"schema\":\"vigil.extract.key.request/1\"")
                .says("\"outcome\":\"written\",\"owner\":\"binh\",\"name\":\"Người binh\",\"request\":\"")
                .says("keys/binh.csr\",\"file\":\"")
                .says("keys/binh.request.p12\",\"token\":null");
        run(request).ends(ExitCode.OK).says("unchanged");

        Instant now = story.world().now();
        TestCa ca = new TestCa(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)));
        String csr = Files.readString(story.home().resolve("keys").resolve("binh.csr"));
        Path issued = Files.write(folder.resolve("binh.pem"), TestCa.pem(ca.issue(csr)));
        String[] install = {
            "extract", "key", "install", issued.toString(), "--passphrase-file", fresh, "--as", "quan-tri"
        };
        run(install).ends(ExitCode.REFUSED).complains("trust");
        Files.write(story.home().resolve("trust").resolve("ca.pem"), TestCa.rootPem());
        before = story.files();
        run(install, "--dry-run", "--json").ends(ExitCode.OK).says("\"outcome\":\"would-write\"");
        assertEquals(before, story.files(), "a dry run wrote something");
        run(new String[] {"extract", "key", "install", issued.toString(), "--as", "binh", "--passphrase-file", fresh})
                .ends(ExitCode.DENIED);
        story.world().pass(Duration.ofSeconds(1));
        run(install, "--json")
                .ends(ExitCode.OK)
                .says("\"schema\":\"vigil.extract.key.install/1\"")
                .says("\"outcome\":\"written\",\"owner\":\"binh\",\"name\":\"Người binh\",\"issuer\":\"")
                .says("\"certificateSha256\":\"")
                .says("\"validUntil\":\"")
                .says("keys/binh.p12\"");
        run(install).ends(ExitCode.OK).says("unchanged");
        request();
        approve(fresh).ends(ExitCode.OK);
    }

    @Test
    void theDepartmentsKeyIsReplacedToo() throws Exception {
        byte[] lost = Files.readAllBytes(key("department"));
        revoke("department", "quan-tri").ends(ExitCode.OK);
        confirm("department", "lan").ends(ExitCode.OK);
        story.run("extract", "key", "init", "--as", "lan").ends(ExitCode.OK);
        assertEquals(-1, Arrays.mismatch(lost, Files.readAllBytes(key("department.revoked-1"))));
        assertNotEquals(-1, Arrays.mismatch(lost, Files.readAllBytes(key("department"))));
        assertEquals(1, revoked());
        String list = story.run("extract", "key", "list", "--format", "plain").out();
        assertEquals(2, list.lines().filter(l -> l.startsWith("department\t")).count(), list);
    }

    @Test
    void aTokenIsNamedInsteadOfAFileAndNeverBeside() {
        request();
        token("--token", "k", "--key", key("binh").toString()).ends(ExitCode.USAGE);
        token("--key", key("binh").toString(), "--token-slot", "1").ends(ExitCode.USAGE);
        assertTrue(token("--token", "k").err().contains("token.module"), "no module is known");
        token("--token", "k", "--token-module", folder.resolve("none.so").toString())
                .ends(ExitCode.NOT_FOUND);
    }

    private Story.Run token(String... more) {
        return run(
                new String[] {"extract", "approve", "EXT-2026-0001", "--as", "binh", "--passphrase-file", old}, more);
    }
}
