package vn.vigil.camera;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.LoginTest.Answer;
import vn.vigil.camera.LoginTest.Settlement;
import vn.vigil.ledger.Entry;
import vn.vigil.secret.Secret;
import vn.vigil.secret.SecretRef;
import vn.vigil.sim.Authentication;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.Fault;
import vn.vigil.sim.PictureSpec;
import vn.vigil.sim.SimulatedCamera;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** Logins are set, tried, stopped, freed and changed at simulated cameras. */
class CredentialStoriesTest {
    private static final String OLD = "kanari-old-1";
    private static final CameraId GATE = new CameraId("gate-1");
    private static final PictureSpec SMALL = new PictureSpec(320, 180, 10, 1, 10);

    @TempDir
    Path folder;

    private SimulatedSite site;
    private CameraHouse house;

    /** One camera with the right login, known by ONVIF. */
    private SimulatedCamera open(CameraSpec spec) throws Exception {
        site = SimulatedSite.start(World.real(), SiteSpec.of(spec.with(SMALL)));
        house = new CameraHouse(World.real(), folder.resolve("site"));
        SimulatedCamera camera = site.camera(spec.id().value());
        Path csv = house.folder.resolve("cameras.csv");
        house.passwordFile("gate-1", OLD);
        Files.writeString(
                csv,
                "id,url,onvif,user,password-file\ngate-1," + camera.liveUrl() + "," + camera.onvifAddress()
                        + ",admin,gate-1.pw\n");
        house.cameras.importFile(new ImportRequest(csv, null, false), house.actor);
        return camera;
    }

    private static CameraSpec spec() {
        return CameraSpec.of("gate-1").withLogin("admin", OLD);
    }

    @AfterEach
    void close() {
        if (site != null) {
            site.close();
        }
        if (house != null) {
            house.close();
        }
    }

    private Credentials credentials() {
        return house.cameras.credentials();
    }

    private List<Camera> gate() {
        return List.of(house.cameras.get(GATE));
    }

    private LoginTest test() {
        return credentials().test(gate(), house.actor, house::deadline).get(0);
    }

    private LoginAct set(String password) {
        return credentials()
                .set(gate(), null, password.toCharArray(), house.actor)
                .get(0);
    }

    private Rotated rotate() {
        return credentials().rotate(gate().get(0), null, true, house.actor, house.deadline());
    }

    private String kept() {
        try (Secret secret = house.vault.get(new SecretRef("camera/gate-1"))) {
            return secret.text();
        }
    }

    private boolean keptNext() {
        return house.vault.has(new SecretRef("camera/gate-1/next"));
    }

    @Test
    void aRefusedLoginIsTriedOnceAndNotAgainUntilItIsSetAnewOrReleased() throws Exception {
        SimulatedCamera camera = open(spec());
        assertEquals(Answer.ACCEPTED, test().answer());
        assertTrue(set("wrong").changed());
        assertEquals(Answer.REFUSED, test().answer());
        assertEquals(1, camera.refusedLogins());
        assertNotNull(house.cameras.quarantinedSince(GATE));
        assertEquals(Answer.QUARANTINED, test().answer());
        assertFalse(set("wrong").changed());
        assertNotNull(set("wrong").quarantinedSince());
        assertEquals(Answer.QUARANTINED, test().answer());
        assertEquals(1, camera.refusedLogins());

        assertTrue(credentials().release(gate(), house.actor).get(0).changed());
        assertFalse(credentials().release(gate(), house.actor).get(0).changed());
        assertEquals(Answer.REFUSED, test().answer(), "the same login, tried once more");
        assertEquals(2, camera.refusedLogins());
        assertNull(set(OLD).quarantinedSince());
        assertEquals(Answer.ACCEPTED, test().answer());
        assertEquals(
                1,
                house.ledger.linesOf("camera/gate-1").stream()
                        .filter(l -> l.contains("camera.login-release"))
                        .count());
    }

    @Test
    void aDeviceThatLocksCallersOutIsNamed() throws Exception {
        SimulatedCamera camera = open(spec().with(Fault.LOCKS_OUT));
        set("wrong");
        assertEquals(Answer.LOCKED, test().answer());
        assertEquals(1, camera.refusedLogins());
        set(OLD);
        assertEquals(Answer.LOCKED, test().answer(), "the right one comes too late");
        assertNotNull(house.cameras.quarantinedSince(GATE));
    }

    @Test
    void aDeviceThatTellsLocalTimeAsUtcIsTriedOnceMoreByOurClockAndThatIsSaid() throws Exception {
        SimulatedCamera camera = open(spec().with(Authentication.USERNAME_TOKEN).with(Fault.LOCAL_AS_UTC));
        assertEquals(Answer.ACCEPTED_BY_OWN_CLOCK, test().answer());
        assertEquals(1, camera.refusedLogins());
        assertNull(house.cameras.quarantinedSince(GATE));
        set("wrong");
        assertEquals(Answer.REFUSED, test().answer());
        assertEquals(3, camera.refusedLogins(), "by its clock and by ours");
        assertNotNull(house.cameras.quarantinedSince(GATE));
    }

    @Test
    void whoeverAsksForNoLoginHasNotJudgedIt() throws Exception {
        SimulatedCamera camera = open(CameraSpec.of("gate-1"));
        assertEquals(Answer.NOT_ASKED, test().answer());
        house.cameras.edit(
                CameraForm.of(GATE)
                        .with(CameraField.URL, camera.liveUrl().toString())
                        .with(CameraField.ONVIF, ""),
                house.actor);
        assertEquals(Answer.NOT_ASKED, test().answer());
        site.camera("gate-1").stop();
        assertEquals(Answer.UNREACHABLE, test().answer());
        assertTrue(credentials().forget(gate(), house.actor).get(0).changed());
        assertFalse(credentials().forget(gate(), house.actor).get(0).changed());
        assertEquals(Answer.NO_LOGIN, test().answer());
        assertEquals(List.of(), house.vault.list());
    }

    @Test
    void aStreamAloneIsEnoughToTryALogin() throws Exception {
        SimulatedCamera camera = open(spec().with(Authentication.DIGEST_SHA256));
        house.cameras.edit(
                CameraForm.of(GATE)
                        .with(CameraField.URL, camera.liveUrl().toString())
                        .with(CameraField.ONVIF, ""),
                house.actor);
        assertEquals(Answer.ACCEPTED, test().answer());
        set("wrong");
        assertEquals(Answer.REFUSED, test().answer());
        assertEquals(1, camera.refusedLogins());
    }

    @Test
    void aPasswordIsChangedAtTheDeviceAndForEveryChannelOfIt() throws Exception {
        SimulatedCamera camera = open(spec());
        house.cameras.importFile(
                new ImportRequest(
                        Files.writeString(
                                house.folder.resolve("channels.csv"),
                                "id,url,onvif,user,password-file\nchannel-2," + camera.liveUrl() + ","
                                        + camera.onvifAddress() + ",admin,gate-1.pw\n"),
                        null,
                        false),
                house.actor);
        Rotated rotated = rotate();
        assertTrue(rotated.changed());
        assertEquals(List.of(new CameraId("channel-2")), rotated.also());
        assertEquals(camera.login().password(), kept());
        assertNotEquals(OLD, kept());
        assertFalse(keptNext());
        assertEquals(Answer.ACCEPTED, test().answer());
        assertEquals(
                Answer.ACCEPTED,
                credentials()
                        .test(List.of(house.cameras.find("channel-2")), house.actor, house::deadline)
                        .get(0)
                        .answer());
        assertEquals(0, camera.refusedLogins());
        assertEquals(List.of(), house.ledger.unfinished());
        Rotated own =
                credentials().rotate(gate().get(0), "Kanari-own-2".toCharArray(), true, house.actor, house.deadline());
        assertTrue(own.changed());
        assertEquals("Kanari-own-2", camera.login().password());
        assertFalse(credentials()
                .rotate(gate().get(0), "Kanari-own-2".toCharArray(), true, house.actor, house.deadline())
                .changed());
        noPasswordIsWrittenAnywhere(OLD, "Kanari-own-2");
    }

    /** Nor would a refused login of one channel be offered by the next one: the device counts them all. */
    @Test
    void oneRefusalStopsTheLoginForAllChannelsOfTheDevice() throws Exception {
        SimulatedCamera camera = open(spec());
        house.passwordFile("gate-1", "wrong");
        Files.writeString(
                house.folder.resolve("channels.csv"),
                "id,url,onvif,user,password-file\nchannel-2," + camera.liveUrl() + "," + camera.onvifAddress()
                        + ",admin,gate-1.pw\n");
        house.cameras.importFile(new ImportRequest(house.folder.resolve("channels.csv"), null, false), house.actor);
        set("wrong");
        assertEquals(Answer.REFUSED, test().answer());
        assertNotNull(house.cameras.quarantinedSince(new CameraId("channel-2")));
        credentials().release(gate(), house.actor);
        assertNull(house.cameras.quarantinedSince(new CameraId("channel-2")));
        assertEquals(1, camera.refusedLogins());
    }

    @Test
    void aNewPasswordGoesOverPlainConnectionsOnlyWhenSomebodySaysSo() throws Exception {
        SimulatedCamera camera = open(spec());
        VigilException e = assertThrows(VigilException.class, () -> credentials()
                .rotate(gate().get(0), null, false, house.actor, house.deadline()));
        assertEquals(ErrorKind.REFUSED, e.kind());
        assertEquals(OLD, camera.login().password());
        assertFalse(keptNext());
    }

    @Test
    void aDeviceThatDoesNotTakeAPasswordKeepsTheOldOneAndSoDoesTheVault() throws Exception {
        SimulatedCamera camera = open(spec());
        VigilException e = assertThrows(VigilException.class, () -> credentials()
                .rotate(gate().get(0), "short".toCharArray(), true, house.actor, house.deadline()));
        assertEquals("VG-CAMERA-ONVIF-FAULT", e.id());
        assertEquals(OLD, camera.login().password());
        assertEquals(OLD, kept());
        assertFalse(keptNext());
        assertEquals(List.of(), house.ledger.unfinished());
    }

    @Test
    void aDeviceThatSaysYesAndMeansNoLeavesBothPasswordsUntilATestHasFoundOut() throws Exception {
        open(spec().with(Fault.KEEPS_PASSWORD));
        VigilException e = assertThrows(VigilException.class, this::rotate);
        assertEquals("VG-CAMERA-ROTATE-OPEN", e.id());
        assertTrue(keptNext());
        assertEquals(1, house.ledger.unfinished().size());
        assertEquals(
                ErrorKind.REFUSED,
                assertThrows(VigilException.class, this::rotate).kind());
        LoginTest settled = test();
        assertEquals(Answer.ACCEPTED, settled.answer());
        assertEquals(Settlement.OLD, settled.settled());
        assertFalse(keptNext());
        assertEquals(OLD, kept());
        assertEquals(List.of(), house.ledger.unfinished());
    }

    @Test
    void aRunThatDiedAfterTheDeviceTookThePasswordIsSettledByTheNextTest() throws Exception {
        SimulatedCamera camera = open(spec());
        // As the run left it: intent, the new password beside the old, and the device told.
        house.ledger.intent(
                new Entry(house.actor.who(), "camera.login-rotate", "camera/gate-1", Map.of("user", "admin")));
        house.vault.put(new SecretRef("camera/gate-1/next"), Secret.of("kanari-new-1"));
        camera.setPassword("kanari-new-1");
        assertEquals(Finding.REFUSED, house.checkOne("gate-1").findings().get(0));
        assertNotNull(house.cameras.quarantinedSince(GATE));

        camera.stop();
        assertEquals(Settlement.OPEN, test().settled());
        camera.start();
        LoginTest settled = test();
        assertEquals(Answer.ACCEPTED, settled.answer());
        assertEquals(Settlement.NEW, settled.settled());
        assertEquals("kanari-new-1", kept());
        assertFalse(keptNext());
        assertNull(house.cameras.quarantinedSince(GATE));
        assertEquals(List.of(), house.ledger.unfinished());
        assertTrue(house.ledger.verify().intact());
    }

    @Test
    void aForgettingThatWasKilledDoesNotTakeTheLoginThatSomebodySetSince() throws Exception {
        open(spec());
        vn.vigil.testkit.TestWorld late = vn.vigil.testkit.TestWorld.at(World.real()
                .now()
                .plusSeconds(600)
                .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                .toString());
        house.ledger.intent(new Entry(house.actor.who(), "camera.login-forget", "camera/gate-1", Map.of()));
        house.ledger.intent(new Entry(house.actor.who(), "camera.login", "camera/gate-1", Map.of()));
        set("kanari-set-2");
        assertEquals(2, house.ledger.unfinished().size(), "somebody may be at work yet");
        house.close();
        house = new CameraHouse(late, folder.resolve("site"));
        assertFalse(set("kanari-set-2").changed());
        assertEquals(List.of(), house.ledger.unfinished());
        assertEquals("kanari-set-2", kept());
    }

    @Test
    void randomPasswordsAreWhatCamerasTake() {
        SecureRandom random = new SecureRandom();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String password = Rotation.random(random);
            assertTrue(password.matches("(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])[A-Za-z0-9]{16}"), password);
            assertTrue(seen.add(password));
        }
    }

    private void noPasswordIsWrittenAnywhere(String... passwords) throws Exception {
        house.store.close();
        try (var files = Files.walk(house.folder)) {
            for (Path file : files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith(".pw"))
                    .toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String password : passwords) {
                    assertFalse(bytes.contains(password), file.toString());
                }
            }
        }
    }
}
