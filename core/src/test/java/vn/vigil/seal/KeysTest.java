package vn.vigil.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.pkcs.PKCS10CertificationRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.testkit.TestWorld;

class KeysTest {
    private static final char[] ROOT_PASS = "mật khẩu gốc".toCharArray();
    private static final char[] PASS = "Đèn@:/%21 \"'\\".toCharArray();

    @TempDir
    Path temp;

    private TrialAuthority authority() {
        return TrialAuthority.create(TestWorld.create(), temp.resolve("trust"), "UBND phường Thử Nghiệm", ROOT_PASS);
    }

    private Issued person(String name, KeyType type) throws IOException {
        Subject subject = new Subject(name, "Tổ bảo vệ", "UBND phường Thử Nghiệm", "m-7");
        Path file = SealKit.privateFolder(temp, "keys").resolve(name + ".p12");
        return authority().issue(subject, type, SealKit.YEAR, file, PASS);
    }

    private static VigilException refused(Path file, char[] passphrase) {
        return assertThrows(VigilException.class, () -> Pkcs12.open(file, passphrase));
    }

    @Test
    void aTrialRootSaysSoAndSoDoesAllItIssues() throws IOException {
        Issued issued = person("Trần Văn Ký", KeyType.P256);
        CertificateFacts facts = CertificateFacts.of(issued.certificate());
        assertEquals("Trần Văn Ký", facts.name());
        assertTrue(facts.subject().startsWith("CN=Trần Văn Ký,"), facts.subject());
        assertTrue(facts.issuer().contains("VIGIL TRIAL – NOT FOR REAL USE"), facts.issuer());
        assertTrue(facts.trial() && facts.usable() && facts.strong());
        assertTrue(facts.validAt(TestWorld.create().now()));
        assertFalse(facts.validAt(TestWorld.create().now().plus(SealKit.YEAR).plusSeconds(1)));
        assertEquals(64, facts.fingerprint().length());
        Path pem = temp.resolve("trust/root.pem");
        CertificateFacts root = CertificateFacts.of(Certificates.read(pem).get(0));
        assertTrue(root.trial());
        assertFalse(root.usable(), "the root issues certificates and seals nothing");
    }

    @Test
    void keyFilesAreTheOwnersAlone() throws IOException {
        Issued issued = person("Lê Thị A", KeyType.P256);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(issued.p12())));
        Path root = temp.resolve("trust/root.p12");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(root)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(root.getParent())));
    }

    @Test
    void aKeyOpensWithItsPassphraseAndItsChain() throws IOException {
        Issued issued = person("Lê Thị A", KeyType.RSA3072);
        SigningKey key = Pkcs12.open(issued.p12(), PASS);
        assertEquals(issued.certificate(), key.certificate());
        assertEquals(2, key.chain().size());
        assertFalse(key.toString().contains("RSA"), "nothing of the key itself is shown");
    }

    @Test
    void aWrongPassphraseIsDenied() throws IOException {
        VigilException e = refused(person("Lê Thị A", KeyType.P256).p12(), "sai".toCharArray());
        assertEquals(ErrorKind.DENIED, e.kind());
        assertEquals("VG-SEAL-PASSPHRASE", e.id());
        assertFalse(e.toString().contains("sai"));
    }

    @Test
    void aLooseModeIsRefused() throws IOException {
        Path file = person("Lê Thị A", KeyType.P256).p12();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        VigilException e = refused(file, PASS);
        assertEquals("VG-SEAL-KEY-FILE", e.id());
        assertEquals(SealText.KEY_FILE_MODE, e.why().get(0).key());
        assertEquals(file.toString(), e.what().args().get(0));
    }

    @Test
    void aLinkIsRefused() throws IOException {
        Path file = person("Lê Thị A", KeyType.P256).p12();
        Path link = Files.createSymbolicLink(file.resolveSibling("link.p12"), file);
        assertEquals(SealText.KEY_FILE_LINK, refused(link, PASS).why().get(0).key());
    }

    @Test
    void aFolderOthersMayWriteToIsRefused() throws IOException {
        Path file = person("Lê Thị A", KeyType.P256).p12();
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxrwx---"));
        assertEquals(SealText.KEY_FOLDER_MODE, refused(file, PASS).why().get(0).key());
    }

    @Test
    void noFileAndNoKeyAreToldApart() throws IOException {
        Path folder = SealKit.privateFolder(temp, "keys");
        assertEquals(
                ErrorKind.NOT_FOUND, refused(folder.resolve("none.p12"), PASS).kind());
        Path junk = folder.resolve("junk.p12");
        PrivateFiles.create(junk, new byte[100]);
        assertEquals("VG-SEAL-NOT-A-KEY", refused(junk, PASS).id());
    }

    @Test
    void nothingIsOverwritten() throws IOException {
        Issued issued = person("Lê Thị A", KeyType.P256);
        byte[] before = Files.readAllBytes(issued.p12());
        TrialAuthority open = TrialAuthority.open(TestWorld.create(), temp.resolve("trust"), ROOT_PASS);
        Subject other = new Subject("Khác", null, null, null);
        VigilException twice = assertThrows(
                VigilException.class, () -> open.issue(other, KeyType.P256, SealKit.YEAR, issued.p12(), PASS));
        assertEquals(ErrorKind.CONFLICT, twice.kind());
        assertEquals(
                ErrorKind.CONFLICT,
                assertThrows(VigilException.class, this::authority).kind());
        assertEquals(Hash.hex(Hash.sha256(before)), Hash.hex(Hash.sha256(issued.p12())));
    }

    @Test
    void keyFilesOfOpensslOpen() throws IOException {
        Path folder = SealKit.privateFolder(temp, "keys");
        for (String name : List.of("openssl-p256.p12", "openssl-rsa3072.p12")) {
            try (InputStream in = KeysTest.class.getResourceAsStream(name)) {
                PrivateFiles.create(folder.resolve(name), in.readAllBytes());
            }
            SigningKey key = Pkcs12.open(folder.resolve(name), "changeit".toCharArray());
            assertEquals(3, key.chain().size(), "signer, issuing authority, root");
            CertificateFacts facts = CertificateFacts.of(key.certificate());
            assertTrue(facts.usable() && facts.strong() && !facts.trial());
        }
    }

    @Test
    void aRequestGoesOutAndTheRealCertificateComesIn() throws Exception {
        Issued trial = person("Lê Thị A", KeyType.P256);
        SigningKey key = Pkcs12.open(trial.p12(), PASS);
        String pem = Certificates.request(key, new Subject("Phòng Văn hóa", null, "UBND phường", null));
        PKCS10CertificationRequest request =
                (PKCS10CertificationRequest) new PEMParser(new StringReader(pem)).readObject();
        assertTrue(request.isSignatureValid(
                new JcaContentVerifierProviderBuilder().build(key.certificate().getPublicKey())));
        assertTrue(request.getSubject().toString().contains("Phòng Văn hóa"));

        X509Certificate real = new SealKit.Certificate("Phòng Văn hóa")
                .key(new java.security.KeyPair(key.certificate().getPublicKey(), key.privateKey()))
                .issue(SealKit.ROOT)
                .certificate();
        Pkcs12.adopt(trial.p12(), PASS, List.of(real, SealKit.ROOT.certificate()));
        SigningKey now = Pkcs12.open(trial.p12(), PASS);
        assertEquals(real, now.certificate());
        assertFalse(CertificateFacts.of(now.certificate()).trial());

        X509Certificate foreign = SealKit.SIGNER.certificate();
        VigilException e = assertThrows(VigilException.class, () -> Pkcs12.adopt(trial.p12(), PASS, List.of(foreign)));
        assertEquals(ErrorKind.REFUSED, e.kind());
    }

    @Test
    void onePersonIsKnownByKeyOrByName() {
        SigningKey again = new SealKit.Certificate("Trần Thị Niêm Phong").issue(SealKit.ROOT);
        X509Certificate signer = SealKit.SIGNER.certificate();
        assertTrue(Certificates.samePerson(signer, again.certificate()), "the same name with a new key");
        SigningKey renamed = new SealKit.Certificate("Ai Khác")
                .key(new java.security.KeyPair(signer.getPublicKey(), SealKit.SIGNER.privateKey()))
                .issue(SealKit.ROOT);
        assertTrue(Certificates.samePerson(signer, renamed.certificate()), "the same key under a new name");
        assertFalse(Certificates.samePerson(signer, SealKit.RSA_SIGNER.certificate()));
    }

    @Test
    void pemFilesMayHoldTextAndSeveralCertificates() throws IOException {
        Path pem = temp.resolve("roots.pem");
        String text = "gốc tin cậy\n" + Certificates.pem(SealKit.ROOT.certificate()) + "\ngốc thứ hai\n"
                + Certificates.pem(SealKit.SIGNER.certificate());
        Files.writeString(pem, text);
        assertEquals(
                List.of(SealKit.ROOT.certificate(), SealKit.SIGNER.certificate()),
                TrustAnchors.read(List.of(pem)).roots());
        Files.writeString(pem, "không có gì");
        assertEquals(
                "VG-SEAL-NO-CERTIFICATE",
                assertThrows(VigilException.class, () -> Certificates.read(pem)).id());
    }
}
