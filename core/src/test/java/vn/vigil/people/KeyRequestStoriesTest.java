package vn.vigil.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.seal.TestCa;
import vn.vigil.secret.Vault;
import vn.vigil.store.Store;
import vn.vigil.testkit.Databases;
import vn.vigil.testkit.TestWorld;

/** Keys certified by an authority outside, in both databases: requested, installed, refused, replaced. The names are made up. */
class KeyRequestStoriesTest {
    private static final MemberId LAN = new MemberId("lan");
    private static final MemberId BINH = new MemberId("binh");
    private static final MemberId ADMIN = new MemberId("quan-tri");
    private static final char[] PASS = "mật khẩu của Bình".toCharArray();

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();
    private final Instant now = world.now();
    private final TestCa ca = new TestCa(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)));
    private People people;
    private KeyCabinet keys;
    private Config config;

    private Path file(byte[] bytes) throws Exception {
        return Files.write(folder.resolve("from-the-authority"), bytes);
    }

    private List<X509Certificate> certified(Path request) throws Exception {
        return ca.issue(Files.readString(request));
    }

    private void refused(String id, Path file, char[] passphrase) {
        VigilException e =
                assertThrows(VigilException.class, () -> keys.install(people.actor("lan"), file, passphrase, null));
        assertEquals(id, e.id(), e.toString());
    }

    private List<KeyState> states(MemberId owner) {
        return people.keyList().stream()
                .filter(k -> owner == null ? k.owner() == null : owner.equals(k.owner()))
                .map(KeyListed::state)
                .toList();
    }

    @ParameterizedTest
    @EnumSource
    void anAuthoritysCertificateComesToTheKeyMadeForIt(Databases database) throws Exception {
        config = database.config(world, folder);
        Store.create(config.home(), config, world).close();
        try (Store store = Store.open(config.home(), config, world)) {
            Ledger ledger = new Ledger(store, world);
            people = new People(store, ledger, config, world);
            keys = new KeyCabinet(world, config.home(), store, new Vault(config.home(), config, world), people);
            join(LAN, "Nguyễn Thị Lan", Office.TEAM_LEADER);
            join(BINH, "Trần Văn Bình", Office.BOARD);
            join(ADMIN, "Đỗ Quản Trị", Office.ADMINISTRATOR);
            member();
            department();
            lostAndReplaced();
            assertTrue(ledger.verify().intact());
        }
    }

    private void member() throws Exception {
        Actor lan = people.actor("lan");
        assertEquals(
                "VG-PEOPLE-POWER",
                assertThrows(VigilException.class, () -> keys.request(people.actor("binh"), BINH, false, PASS, null))
                        .id());
        keys.issue(lan, BINH, PASS);
        KeyRequested made = keys.request(lan, BINH, false, PASS, null);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(made.file())));
        String csr = Files.readString(made.request());
        assertTrue(made.changed());
        assertFalse(keys.request(lan, BINH, false, PASS, null).changed());
        assertEquals(csr, Files.readString(made.request()));
        assertEquals(List.of(KeyState.ACTIVE), states(BINH), "the trial key signs on");

        List<X509Certificate> chain = certified(made.request());
        Path file = file(TestCa.pkcs7(chain));
        refused("VG-SEAL-UNTRUSTED", file, PASS);
        Files.write(config.home().trust().resolve("ca.pem"), TestCa.rootPem());
        refused("VG-SEAL-UNTRUSTED", file(TestCa.pem(chain.subList(0, 1))), PASS);
        refused("VG-SEAL-CERTIFICATE", file(TestCa.pem(ca.forEncryption(true).issue(csr))), PASS);
        ca.forEncryption(false).valid(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(1)));
        refused("VG-SEAL-CERTIFICATE", file(TestCa.pem(ca.issue(csr))), PASS);
        ca.valid(now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(365)));
        refused("VG-PEOPLE-NO-REQUEST", file(TestCa.rootPem()), PASS);
        refused("VG-SEAL-PASSPHRASE", file(TestCa.pkcs7(chain)), "đoán".toCharArray());
        assertEquals(List.of(KeyState.ACTIVE), states(BINH));

        world.pass(Duration.ofSeconds(1));
        assertTrue(keys.install(lan, file(TestCa.pkcs7(chain)), PASS, null).changed());
        assertFalse(keys.install(lan, file(TestCa.pem(chain)), null, null).changed());
        assertEquals(List.of(KeyState.ACTIVE, KeyState.SUPERSEDED), states(BINH));
        try (KeySource key = KeySource.file(config.home().keys().resolve("binh.p12"), PASS)) {
            assertEquals(3, people.signer(people.byId(BINH), key).chain().size(), "up to the root");
        }
        assertTrue(Files.exists(config.home().keys().resolve("binh.replaced-1.p12")));
    }

    private void department() throws Exception {
        Actor lan = people.actor("lan");
        KeyRequested made = keys.request(lan, null, false, null, null);
        List<X509Certificate> chain = certified(made.request());
        assertTrue(keys.install(lan, file(TestCa.pkcs7Pem(chain)), null, null).changed());
        assertEquals(chain.get(0), keys.sealer(people.byId(LAN), null).certificate());
        assertTrue(keys.initDepartment(lan).unchanged());
        assertFalse(keys.initDepartment(lan).trial());
        // The department's certificate is no member's, and no member's is the department's.
        VigilException taken = assertThrows(VigilException.class, () -> people.keyRequests()
                .ask(lan, BINH, chain.get(0).getPublicKey(), null));
        assertEquals("VG-PEOPLE-KEY-TAKEN", taken.id());
    }

    private void lostAndReplaced() throws Exception {
        Actor lan = people.actor("lan");
        Actor admin = people.actor("quan-tri");
        Path late = keys.request(lan, BINH, false, PASS, null).request();
        List<X509Certificate> before = certified(late);
        people.askKeyRevocation(lan, BINH, "mất máy tính", false);
        assertTrue(keys.confirmRevocation(admin, BINH, false).elsewhere());
        refused("VG-PEOPLE-NO-REQUEST", file(TestCa.pem(before)), PASS);

        char[] other = "mật khẩu khác".toCharArray();
        List<X509Certificate> chain =
                certified(keys.request(admin, BINH, false, other, null).request());
        Path file = file(TestCa.pem(chain));
        VigilException alone = assertThrows(VigilException.class, () -> keys.install(admin, file, other, null));
        assertEquals("VG-PEOPLE-POWER", alone.id(), alone.toString());
        world.pass(Duration.ofSeconds(1));
        assertTrue(keys.install(lan, file, other, null).changed());
        assertEquals(List.of(KeyState.ACTIVE, KeyState.REVOKED, KeyState.REVOKED), states(BINH));
    }

    private void join(MemberId id, String name, Office office) {
        people.add(
                people.actor(null), new NewMember(id, name, null, null, null, null, Set.of(office), null, null), false);
    }
}
