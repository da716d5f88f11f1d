package vn.vigil.secret;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.config.Config;
import vn.vigil.config.Home;
import vn.vigil.config.PrivateFiles;
import vn.vigil.config.Setting;
import vn.vigil.testkit.TestWorld;

/** The vault and the faults of group A. */
class VaultTest {
    private static final SecretRef GATE = new SecretRef("camera/gate-1");
    private static final String CANARY = "canary-%21@:/?#'\"\\ Đỏ";

    @TempDir
    Path folder;

    private final TestWorld world = TestWorld.create();
    private Path file;
    private Path key;

    @BeforeEach
    void places() {
        file = folder.resolve("secret/vault.bin");
        key = folder.resolve("secret/vault.key");
    }

    private Config config() {
        return Config.load(world, Home.of(world, folder), null);
    }

    /** As another process would see it. */
    private Vault vault() {
        return new Vault(config().home(), config(), world);
    }

    private static String id(Runnable work) {
        return assertThrows(VigilException.class, work::run).id();
    }

    @Test
    void whatIsPutComesOutAndLiesOnTheDiskUnreadable() throws Exception {
        vault().put(GATE, Secret.of(CANARY));
        vault().put(new SecretRef("camera/gate-2"), Secret.of("other"));
        assertEquals(CANARY, vault().get(GATE).text());
        assertArrayEquals(CANARY.toCharArray(), vault().get(GATE).chars());
        assertEquals(List.of(GATE, new SecretRef("camera/gate-2")), vault().list());
        assertTrue(vault().has(GATE));

        String bytes = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        assertFalse(bytes.contains("canary") || bytes.contains("gate"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));

        assertTrue(vault().forget(GATE));
        assertFalse(vault().forget(GATE));
        assertEquals("VG-SECRET-MISSING", id(() -> vault().get(GATE)));
        assertEquals("other", vault().get(new SecretRef("camera/gate-2")).text());
    }

    @Test
    void askingAVaultThatIsNotThereMakesNone() throws Exception {
        assertFalse(vault().has(GATE));
        assertFalse(vault().forget(GATE));
        assertEquals(List.of(), vault().list());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void aSecretNeverPrintsItself() {
        Secret secret = Secret.of(CANARY);
        assertEquals("(secret)", secret.toString());
        assertEquals("(secret)", String.valueOf((Object) secret));
        secret.close();
        assertFalse(secret.text().contains("canary"));
    }

    @Test
    void oneFlippedBitAnywhereOpensNothing() throws Exception {
        vault().put(GATE, Secret.of("s"));
        byte[] good = Files.readAllBytes(file);
        VaultKey opener = VaultKey.parse(Files.readAllBytes(key), key);
        for (int i = 0; i < good.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] bad = good.clone();
                bad[i] ^= (byte) (1 << bit);
                assertThrows(VaultFile.Refused.class, () -> VaultFile.read(bad, opener));
            }
        }
        for (int length : new int[] {0, 7, 41, good.length - 1}) {
            byte[] cut = java.util.Arrays.copyOf(good, length);
            assertThrows(VaultFile.Refused.class, () -> VaultFile.read(cut, opener));
        }
        good[good.length - 1] ^= 1;
        Files.write(file, good);
        VigilException e = assertThrows(VigilException.class, () -> vault().get(GATE));
        assertEquals("VG-SECRET-DAMAGED", e.id());
        assertEquals(ErrorKind.DENIED, e.kind());
        assertEquals("VG-SECRET-DAMAGED", id(() -> vault().put(GATE, Secret.of("x"))));
        assertArrayEquals(good, Files.readAllBytes(file));
    }

    @Test
    void aLooseMisplacedOrMissingKeyIsRefused() throws Exception {
        vault().put(GATE, Secret.of("s"));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals("VG-SECRET-FILE", id(() -> vault().get(GATE)));
        assertEquals("VG-SECRET-FILE", id(() -> vault().put(GATE, Secret.of("x"))));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));

        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwxrwx---"));
        assertEquals("VG-SECRET-FILE", id(() -> vault().get(GATE)));
        Files.setPosixFilePermissions(file.getParent(), PosixFilePermissions.fromString("rwx------"));

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw----"));
        assertEquals("VG-SECRET-FILE", id(() -> vault().get(GATE)));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));

        Path elsewhere = folder.resolve("elsewhere");
        Files.move(key, elsewhere);
        assertEquals("VG-SECRET-KEY", id(() -> vault().get(GATE)));
        assertEquals("VG-SECRET-KEY", id(() -> vault().put(GATE, Secret.of("x"))));
        Files.createSymbolicLink(key, elsewhere);
        assertEquals("VG-SECRET-FILE", id(() -> vault().get(GATE)));
        Files.delete(key);
        Files.move(elsewhere, key);
        assertEquals("s", vault().get(GATE).text());

        Files.writeString(key, "not a key\n");
        assertEquals("VG-SECRET-KEY", id(() -> vault().get(GATE)));
        Files.writeString(key, "00".repeat(32) + "\n");
        assertEquals("VG-SECRET-DAMAGED", id(() -> vault().get(GATE)));
    }

    @Test
    void aFreshKeyOpensAndTheOldOneNoLongerDoes() throws Exception {
        vault().put(GATE, Secret.of("s"));
        byte[] old = Files.readAllBytes(key);
        vault().rotate();
        assertNotEquals(new String(old, StandardCharsets.US_ASCII), Files.readString(key));
        assertEquals("s", vault().get(GATE).text());
        assertThrows(VaultFile.Refused.class, () -> VaultFile.read(Files.readAllBytes(file), VaultKey.parse(old, key)));
        vault().put(GATE, Secret.of("t"));
        assertEquals("t", vault().get(GATE).text());
    }

    @Test
    void aCrashAtAnyStepOfARotationLeavesAVaultThatOpens() throws Exception {
        vault().put(GATE, Secret.of("s"));
        byte[] old = VaultKey.parse(Files.readAllBytes(key), key).newest();
        byte[] fresh = new byte[32];
        world.random().nextBytes(fresh);
        TreeMap<String, byte[]> secrets = new TreeMap<>();
        secrets.put(GATE.name(), "s".getBytes(StandardCharsets.UTF_8));

        // After the first step: both keys, the vault under the old one.
        PrivateFiles.replace(key, VaultKey.format(fresh, old));
        assertEquals("s", vault().get(GATE).text());
        // After the second: both keys, the vault under the new one.
        PrivateFiles.replace(file, VaultFile.write(secrets, VaultKey.raw(fresh), world.random()));
        assertEquals("s", vault().get(GATE).text());

        // A rotation that starts from either of these ends well.
        vault().rotate();
        assertEquals("s", vault().get(GATE).text());
        assertEquals(65, Files.size(key));
        byte[] now = VaultKey.parse(Files.readAllBytes(key), key).newest();
        PrivateFiles.replace(key, VaultKey.format(fresh, now));
        vault().rotate();
        assertEquals("s", vault().get(GATE).text());
    }

    @Test
    void whatACrashWhileWritingLeftStandsInNobodysWay() throws Exception {
        vault().put(GATE, Secret.of("s"));
        Files.writeString(file.resolveSibling("vault.bin.new"), "half");
        assertEquals("s", vault().get(GATE).text());
        vault().put(GATE, Secret.of("t"));
        assertEquals("t", vault().get(GATE).text());
        assertFalse(Files.exists(file.resolveSibling("vault.bin.new")));
    }

    @Test
    void aPassphraseOpensWithoutAKeyFile() throws Exception {
        Path passphrase = folder.resolve("passphrase");
        PrivateFiles.replace(passphrase, "đúng ngựa pin ghim\n".getBytes(StandardCharsets.UTF_8));
        Config config = config().with(Setting.SECRET_PASSPHRASE_FILE, passphrase.toString());
        Vault vault = new Vault(config.home(), config, world);
        vault.put(GATE, Secret.of("s"));
        assertFalse(Files.exists(key));
        assertEquals("s", vault.get(GATE).text());
        PrivateFiles.replace(passphrase, "other\n".getBytes(StandardCharsets.UTF_8));
        assertEquals("VG-SECRET-DAMAGED", id(() -> vault.get(GATE)));
    }

    @Test
    void aSystemdCredentialOpensWithoutAKeyFile() throws Exception {
        Path credentials = PrivateFiles.folder(folder.resolve("credentials"));
        Path credential = credentials.resolve("vigil-vault-key");
        PrivateFiles.replace(credential, VaultKey.format(new byte[32]));
        // systemd grants by an access list, which shows as the group's bits.
        Files.setPosixFilePermissions(credential, PosixFilePermissions.fromString("r--r-----"));
        world.environment("CREDENTIALS_DIRECTORY", credentials.toString());
        vault().put(GATE, Secret.of("s"));
        assertFalse(Files.exists(key));
        assertEquals("s", vault().get(GATE).text());
        Files.setPosixFilePermissions(credential, PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals("VG-SECRET-FILE", id(() -> vault().get(GATE)));
    }

    @Test
    void writersAtOnceLoseNothing() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                SecretRef ref = new SecretRef("camera/c" + i);
                all.add(pool.submit(() -> vault().put(ref, Secret.of(ref.name()))));
            }
            for (Future<?> f : all) {
                f.get();
            }
        } finally {
            pool.shutdownNow();
        }
        assertEquals(20, vault().list().size());
    }

    @Test
    void underAUmaskOfZeroEverythingIsStillPrivate() throws Exception {
        Path home = folder.resolve("open");
        Process child = new ProcessBuilder(
                        "sh",
                        "-c",
                        "umask 000; exec \"$0\" -cp \"$1\" \"$2\" \"$3\"",
                        System.getProperty("java.home") + "/bin/java",
                        System.getProperty("java.class.path"),
                        MakeAll.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, child.waitFor(), said);
        List<String> loose = new ArrayList<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path p : all.toList()) {
                String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(p));
                if (!mode.equals(Files.isDirectory(p) ? "rwx------" : "rw-------")) {
                    loose.add(mode + " " + p);
                }
            }
        }
        assertEquals(List.of(), loose);
        assertTrue(Files.exists(home.resolve("store/vigil.db")));
        assertTrue(Files.exists(home.resolve("secret/vault.bin")));
    }

    /** Makes a store and a vault; run as a process of its own. */
    static final class MakeAll {
        public static void main(String[] args) throws IOException {
            TestWorld world = TestWorld.create();
            Config config = Config.load(world, Home.of(world, Path.of(args[0])), null);
            PrivateFiles.folder(config.home().root());
            vn.vigil.store.Store.create(config.home(), config, world).close();
            new Vault(config.home(), config, world).put(GATE, Secret.of("s"));
        }
    }
}
