package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.Progress;
import vn.vigil.base.World;
import vn.vigil.net.LoopbackServer;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.Fault;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;
import vn.vigil.sim.Vendor;

/** Cameras are audited against a simulated site: doors are looked at, none is opened. */
class CameraAuditStoriesTest {
    private static final PictureSpec SMALL = new PictureSpec(320, 180, 10, 1, 10);
    private static final String PASSWORD = "Cổng%21 secret";
    private static SimulatedSite site;

    @TempDir
    Path folder;

    private CameraHouse house;

    @BeforeAll
    static void open() {
        site = SimulatedSite.start(
                World.real(),
                SiteSpec.of(
                        CameraSpec.of("shut")
                                .with(SMALL)
                                .withLogin("viewer", PASSWORD)
                                .withVendor(Vendor.HIKVISION),
                        CameraSpec.of("second")
                                .with(SMALL)
                                .withLogin("viewer", PASSWORD)
                                .withVendor(Vendor.DAHUA),
                        CameraSpec.of("factory")
                                .with(SMALL)
                                .withLogin("admin", "12345")
                                .withVendor(Vendor.HIKVISION),
                        CameraSpec.of("open")
                                .with(SMALL)
                                .withLogin("viewer", PASSWORD)
                                .with(Fault.ANONYMOUS)));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void house() {
        house = new CameraHouse(World.real(), folder.resolve("site"));
    }

    @AfterEach
    void leave() {
        house.close();
    }

    private void add(String id, String password) throws Exception {
        String user = id.equals("factory") ? "admin" : "viewer";
        house.add(house.byOnvif(id, site.camera(id).onvifAddress(), user, password));
    }

    private AuditReport audit(String id, boolean tryPasswords, boolean pin, boolean replace, int... ports) {
        SqlCameraStore sql = new SqlCameraStore();
        Drivers drivers = new Drivers(house.world, house.world.zone(), false, house.folder);
        Logins logins = house.logins(sql);
        AuditProbe probe = new AuditProbe(
                house.world,
                drivers,
                logins,
                house.ledger,
                new DefaultPasswords(house.world, house.store, house.ledger),
                ports,
                Duration.ofSeconds(4));
        ZoneId zone = ZoneId.of("Asia/Ho_Chi_Minh");
        AuditRequest request = new AuditRequest(
                List.of(),
                null,
                tryPasswords,
                pin,
                replace,
                Duration.ofSeconds(4),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60));
        AdvisoryBook book = new AdvisoryBook(house.world, zone, house.store, house.ledger);
        return new Audits(house.world, zone, house.store, sql, house.ledger, probe, book)
                .run(List.of(house.cameras.find(id)), request, house.actor.who(), Progress.NONE)
                .cameras()
                .get(0);
    }

    private static List<AuditReason> reasons(AuditReport report) {
        return report.findings().stream().map(AuditFinding::reason).toList();
    }

    @Test
    void aCameraThatAsksForALoginIsShutAndOneThatShowsItselfToAnybodyIsNot() throws Exception {
        add("shut", PASSWORD);
        add("open", PASSWORD);
        int before = site.camera("shut").refusedLogins();
        List<AuditReason> shut = reasons(audit("shut", false, false, false, 1));
        assertTrue(shut.containsAll(List.of(
                AuditReason.STREAM_CLOSED,
                AuditReason.DEVICE_CLOSED,
                AuditReason.SNAPSHOT_CLOSED,
                AuditReason.ACCOUNTS_OURS_IS_ADMINISTRATOR,
                AuditReason.TIME_SOURCE_MANUAL,
                AuditReason.CLOCK_FINE,
                AuditReason.IDENTITY_SAME,
                AuditReason.PORTS_FINE,
                AuditReason.LOGIN_YOUNG)));
        AuditReport open = audit("open", false, false, false, 1);
        assertTrue(reasons(open)
                .containsAll(List.of(
                        AuditReason.STREAM_OPEN,
                        AuditReason.DEVICE_OPEN,
                        AuditReason.SNAPSHOT_OPEN,
                        AuditReason.ACCOUNTS_ANONYMOUS,
                        AuditReason.FIRMWARE_MAKER_NOT_IN_TABLE)));
        assertEquals(AuditVerdict.BAD, open.verdict());
        assertEquals(before, site.camera("shut").refusedLogins());
        assertEquals(0, site.camera("open").refusedLogins());
    }

    @Test
    void withoutTheWordNoPasswordIsTriedAndWithItOneIsTriedOnceADay() throws Exception {
        house.add(CameraHouse.byUrl("second", site.camera("second").liveUrl().toString()));
        house.store.write(tx -> tx.run(
                "update camera set driver = 'dahua', address = ? where id = 'second'",
                site.camera("second").onvifAddress()));
        int before = site.camera("second").refusedLogins();
        assertFalse(audit("second", false, false, false, 1).findings().stream()
                .anyMatch(f -> f.point() == AuditPoint.DEFAULT_PASSWORD));
        assertEquals(before, site.camera("second").refusedLogins());

        assertEquals(
                AuditReason.DEFAULT_PASSWORD_REFUSED,
                reasons(audit("second", true, false, false, 1)).get(0));
        assertEquals(before + 1, site.camera("second").refusedLogins(), "one attempt");
        assertEquals(
                AuditReason.DEFAULT_PASSWORD_REFUSED,
                reasons(audit("second", true, false, false, 1)).get(0));
        assertEquals(before + 1, site.camera("second").refusedLogins(), "and none again within the day");
        List<String> entries = house.ledger.linesOf("camera/second");
        assertEquals(
                2,
                entries.stream()
                        .filter(l -> l.contains("camera.default-password"))
                        .count());

        house.store.write(tx -> tx.run("update camera_password_try set tried_at_ms = tried_at_ms - 86400000"));
        audit("second", true, false, false, 1);
        assertEquals(before + 2, site.camera("second").refusedLogins(), "a day later");
        assertNull(house.ledger.verify().fault());
    }

    @Test
    void aDeviceAsItLeftTheFactoryIsFoundOut() throws Exception {
        house.add(CameraHouse.byUrl("factory", site.camera("factory").liveUrl().toString()));
        house.store.write(tx -> tx.run(
                "update camera set driver = 'hikvision', address = ? where id = 'factory'",
                site.camera("factory").onvifAddress()));
        AuditReport report = audit("factory", true, false, false, 1);
        assertEquals(AuditReason.DEFAULT_PASSWORD_ACCEPTED, reasons(report).get(0));
        for (String line : house.ledger.linesOf("camera/factory")) {
            assertFalse(line.contains("12345"), line);
        }
    }

    @Test
    void theMakersOwnPasswordInTheVaultIsBadWithoutAnyAttempt() throws Exception {
        add("factory", "12345");
        assertEquals(
                AuditReason.DEFAULT_PASSWORD_STORED,
                reasons(audit("factory", false, false, false, 1)).get(0));
    }

    @Test
    void aRefusedLoginIsOfferedOnceAndStopsEveryGuess() throws Exception {
        add("shut", PASSWORD);
        house.add(house.byOnvif("shut", site.camera("shut").onvifAddress(), "viewer", "wrong"));
        int before = site.camera("shut").refusedLogins();
        AuditReport first = audit("shut", true, false, false, 1);
        assertEquals(before + 1, site.camera("shut").refusedLogins());
        assertEquals(AuditReason.DEFAULT_PASSWORD_QUARANTINED, reasons(first).get(0));
        assertTrue(reasons(first).contains(AuditReason.LOGIN_REFUSED));
        audit("shut", true, false, false, 1);
        assertEquals(before + 1, site.camera("shut").refusedLogins(), "quarantined");
    }

    @Test
    void aHikvisionIsAskedInItsOwnTongue() throws Exception {
        add("shut", PASSWORD);
        house.store.write(tx -> tx.run("update camera set driver = 'hikvision' where id = 'shut'"));
        AuditReport report = audit("shut", false, false, false, 1);
        assertTrue(reasons(report)
                .containsAll(List.of(
                        AuditReason.TIME_SOURCE_NTP,
                        AuditReason.SERVICES_ON,
                        AuditReason.FIRMWARE_NOTHING_KNOWN,
                        AuditReason.SNAPSHOT_CLOSED,
                        AuditReason.IDENTITY_OTHER_SERIAL)));
        house.store.write(tx -> tx.run("update camera set driver = 'dahua' where id = 'shut'"));
        assertTrue(reasons(audit("shut", false, false, false, 1)).contains(AuditReason.ACCOUNTS_NOT_TOLD));
    }

    @Test
    void openPortsAreFoundAndADeadCameraIsUnknown() throws Exception {
        try (LoopbackServer server = LoopbackServer.open("telnet")) {
            int port = server.listen(0, connection -> {}).number();
            add("shut", PASSWORD);
            AuditReport report = audit("shut", false, false, false, port);
            AuditFinding found = report.findings().stream()
                    .filter(f -> f.point() == AuditPoint.PORTS)
                    .findFirst()
                    .orElseThrow();
            assertEquals(List.of(Integer.toString(port)), found.values());
        }
        // Port 1 of the loopback: nothing listens there.
        house.store.write(tx ->
                tx.run("update camera set onvif = '127.0.0.1:1', url = 'rtsp://127.0.0.1:1/live' where id = 'shut'"));
        AuditReport dead = audit("shut", true, false, false, 1);
        assertTrue(reasons(dead)
                .containsAll(
                        List.of(AuditReason.STREAM_SILENT, AuditReason.DEVICE_SILENT, AuditReason.ACCOUNTS_NOT_TOLD)));
        assertTrue(reasons(dead).contains(AuditReason.DEFAULT_PASSWORD_NOT_ASKED));
    }

    /** A TLS door with a key of its own, which expires on a day. */
    private static SSLServerSocket tls(Instant until) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        KeyPair keys = generator.generateKeyPair();
        X500Name name = new X500Name("CN=camera");
        X509Certificate certificate = new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(Instant.parse("2001-01-01T00:00:00Z")),
                                Date.from(until),
                                name,
                                keys.getPublic())
                        .build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("camera", keys.getPrivate(), new char[0], new X509Certificate[] {certificate});
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 10, InetAddress.getByName("127.0.0.1"));
        Thread thread = new Thread(
                () -> {
                    while (!server.isClosed()) {
                        try (SSLSocket socket = (SSLSocket) server.accept()) {
                            socket.startHandshake();
                            socket.getInputStream().read();
                        } catch (java.io.IOException e) {
                            // The next guest.
                        }
                    }
                },
                "tls-door");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    private void behind(SSLServerSocket door) {
        house.store.write(tx ->
                tx.run("update camera set address = ? where id = 'door'", "https://127.0.0.1:" + door.getLocalPort()));
    }

    @Test
    void aKeyIsPinnedOnceAndAnotherOneIsBadUntilAPersonReplacesIt() throws Exception {
        house.add(CameraHouse.byUrl("door", "rtsp://127.0.0.1:1/live"));
        List<AuditReport.Pinning> pinnings = new ArrayList<>();
        try (SSLServerSocket first = tls(Instant.parse("2101-01-01T00:00:00Z"));
                SSLServerSocket second = tls(Instant.parse("2002-01-01T00:00:00Z"))) {
            behind(first);
            List<AuditReason> fresh = reasons(audit("door", false, false, false, 1));
            assertTrue(fresh.containsAll(List.of(
                    AuditReason.TLS_OFFERED, AuditReason.CERTIFICATE_SELF_SIGNED, AuditReason.TLS_KEY_NOT_PINNED)));
            pinnings.add(audit("door", false, true, false, 1).pinning());
            pinnings.add(audit("door", false, true, false, 1).pinning());
            assertTrue(reasons(audit("door", false, false, false, 1)).contains(AuditReason.TLS_KEY_PINNED));

            behind(second);
            AuditReport changed = audit("door", false, true, false, 1);
            pinnings.add(changed.pinning());
            assertTrue(reasons(changed)
                    .containsAll(List.of(AuditReason.TLS_KEY_CHANGED, AuditReason.CERTIFICATE_EXPIRED)));
            assertEquals(AuditVerdict.BAD, changed.verdict());
            pinnings.add(audit("door", false, true, true, 1).pinning());
            assertTrue(reasons(audit("door", false, false, false, 1)).contains(AuditReason.TLS_KEY_PINNED));
        }
        assertEquals(
                List.of(
                        AuditReport.Pinning.PINNED,
                        AuditReport.Pinning.UNCHANGED,
                        AuditReport.Pinning.CONFLICT,
                        AuditReport.Pinning.REPLACED),
                pinnings);
        assertEquals(
                2,
                house.ledger.linesOf("camera/door").stream()
                        .filter(l -> l.contains("camera.pin"))
                        .count());
    }
}
