package vn.vigil.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.app.Vigil;
import vn.vigil.base.CaseId;
import vn.vigil.base.MemberId;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.evidence.Forgery;
import vn.vigil.evidence.Judgement;
import vn.vigil.evidence.PackageVerifier;
import vn.vigil.people.KeyListed;
import vn.vigil.people.KeySource;
import vn.vigil.people.KeyState;
import vn.vigil.people.NewMember;
import vn.vigil.people.Office;
import vn.vigil.seal.AsiceReader;
import vn.vigil.seal.Pkcs12;
import vn.vigil.seal.SigningKey;
import vn.vigil.seal.TestCa;

/**
 * Two keys are lost, of who approved and of who ran: what they signed before stays, what they sign afterwards is told, and new keys of
 * a real authority take their place.
 */
class ReissueStoryTest {
    @TempDir
    Path home;

    private EvidenceSite site;
    private Path root;
    private Path list;
    private int minute;

    @BeforeEach
    void open() throws Exception {
        site = new EvidenceSite(home, Duration.ofSeconds(1));
        root = home.resolve("trust").resolve("root.pem");
        list = home.resolve("trust").resolve("trial.crl");
        try (Vigil v = site.as(null)) {
            MemberId admin = new MemberId("quan-tri");
            v.people()
                    .add(
                            v.actor(),
                            new NewMember(
                                    admin,
                                    "Đỗ Quản Trị",
                                    null,
                                    null,
                                    null,
                                    null,
                                    Set.of(Office.ADMINISTRATOR),
                                    null,
                                    null),
                            false);
            v.keys().issue(v.actor(), new MemberId("cuong"), EvidenceSite.PASSPHRASE);
        }
        Files.write(home.resolve("trust").resolve("ca.pem"), TestCa.rootPem());
    }

    @AfterEach
    void close() {
        site.close();
    }

    private CaseId approved() {
        CaseId id = site.request(site.asking(site.recorded.plusSeconds(60L * ++minute + 20), Duration.ofSeconds(2)));
        site.approve("binh", id, "binh");
        return id;
    }

    private Path key(String person) {
        return home.resolve("keys").resolve(person + ".p12");
    }

    private PackageFacts run(CaseId id, URI tsa) {
        try (KeySource own = KeySource.file(key("cuong"), EvidenceSite.PASSPHRASE)) {
            return site.run(new RunRequest(id, null, null, own, tsa, List.of(), null, false, false))
                    .packages()
                    .get(0);
        }
    }

    private Judgement judge(Path file, Path... more) {
        List<Path> trust =
                new ArrayList<>(List.of(root, list, home.resolve("trust").resolve("ca.pem")));
        trust.addAll(List.of(more));
        return PackageVerifier.judge(file, trust, site.world.now(), Progress.NONE);
    }

    private void lose(String owner) {
        try (Vigil lan = site.as("lan");
                Vigil admin = site.as("quan-tri")) {
            lan.people().askKeyRevocation(lan.actor(), new MemberId(owner), "mất máy tính", false);
            assertTrue(admin.keys()
                    .confirmRevocation(admin.actor(), new MemberId(owner), false)
                    .changed());
        }
    }

    private void replace(String owner, TestCa ca) throws Exception {
        try (Vigil lan = site.as("lan");
                Vigil admin = site.as("quan-tri")) {
            MemberId member = new MemberId(owner);
            Path request = lan.keys()
                    .request(lan.actor(), member, false, EvidenceSite.PASSPHRASE, null)
                    .request();
            Path file = Files.write(home.resolve("issued"), TestCa.pkcs7(ca.issue(Files.readString(request))));
            VigilException alone = assertThrows(
                    VigilException.class, () -> lan.keys().install(lan.actor(), file, EvidenceSite.PASSPHRASE, null));
            assertEquals("VG-PEOPLE-POWER", alone.id());
            assertTrue(admin.keys()
                    .install(admin.actor(), file, EvidenceSite.PASSPHRASE, null)
                    .changed());
        }
    }

    /** What openssl says of a package's first seal at a time, by one revocation list; empty when it holds. */
    private String openssl(Path container, Path crl, Instant at) throws Exception {
        Path manifest = home.resolve("manifest");
        Path signature = home.resolve("signature");
        try (AsiceReader reader = AsiceReader.open(container)) {
            Files.write(manifest, reader.small("META-INF/ASiCManifest001.xml"));
            Files.write(signature, reader.small("META-INF/signature001.p7s"));
        }
        Path anchors = Files.writeString(home.resolve("anchors"), Files.readString(root) + Files.readString(crl));
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-verify",
                        "-binary",
                        "-cades",
                        "-inform",
                        "DER",
                        "-in",
                        signature.toString(),
                        "-content",
                        manifest.toString(),
                        "-CAfile",
                        anchors.toString(),
                        "-purpose",
                        "any",
                        "-crl_check",
                        "-attime",
                        Long.toString(at.getEpochSecond()),
                        "-out",
                        "/dev/null")
                .redirectErrorStream(true)
                .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return openssl.waitFor() == 0 ? "" : said;
    }

    private static boolean hasOpenssl() {
        try {
            return new ProcessBuilder("openssl", "version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    @Test
    void lostKeysAreReplacedAndWhatTheySignedBeforeStays() throws Exception {
        CaseId first = approved();
        Instant proven = site.world.now();
        PackageFacts before;
        try (TestCa.Stamps stamps = new TestCa.Stamps(proven)) {
            before = run(first, stamps.url());
        }
        CaseId left = approved();
        Path listThen = Files.copy(list, home.resolve("then.crl"));
        SigningKey stolen = Pkcs12.open(key("cuong"), EvidenceSite.PASSPHRASE);
        site.world.sleep(Duration.ofMillis(1100));
        lose("cuong");
        lose("binh");

        // Signed and stamped before: holds, whoever looks, with the list of today.
        Judgement old = judge(before.file());
        assertEquals(Judgement.Verdict.GENUINE, old.verdict(), old.stages().toString());

        // Sealed by the lost key afterwards, and dated back: told as such.
        Path forged = home.resolve("forged.asice");
        new Forgery(before.file(), before.sealedAt()).seal(site.world, forged, stolen);
        Judgement told = judge(forged);
        assertEquals(Judgement.Verdict.NOT_GENUINE, told.verdict());
        assertTrue(
                told.failed().reason().toString().contains("REVOKED"),
                told.failed().toString());

        // Approved by the lost key, and not run yet: nobody can say any more who approved.
        VigilException e = assertThrows(VigilException.class, () -> site.run(left));
        assertEquals("VG-EXTRACT-KEY-REVOKED", e.id());

        Instant now = site.world.now();
        TestCa ca = new TestCa(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)));
        replace("cuong", ca);
        replace("binh", ca);
        try (TestCa.Stamps stamps = new TestCa.Stamps(site.world.now())) {
            PackageFacts after = run(approved(), stamps.url());
            Judgement fresh = judge(after.file());
            assertEquals(
                    Judgement.Verdict.GENUINE, fresh.verdict(), fresh.stages().toString());
            assertNull(fresh.failed());
        }
        assertEquals(
                List.of(KeyState.ACTIVE, KeyState.REVOKED),
                site.vigil.people().keyList().stream()
                        .filter(k -> new MemberId("binh").equals(k.owner()))
                        .map(KeyListed::state)
                        .toList());

        Assumptions.assumeTrue(hasOpenssl(), "openssl is not installed: not compared with it");
        assertEquals("", openssl(before.file(), listThen, proven), "by the list of the proven time");
        assertTrue(openssl(forged, list, site.world.now()).contains("revoked"), "by the list of today");
    }
}
