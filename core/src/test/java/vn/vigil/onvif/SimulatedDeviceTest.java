package vn.vigil.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.vigil.base.Codec;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Login;
import vn.vigil.net.TlsTrust;
import vn.vigil.sim.Authentication;
import vn.vigil.sim.CameraSpec;
import vn.vigil.sim.SimulatedCamera;
import vn.vigil.sim.SimulatedSite;
import vn.vigil.sim.SiteSpec;

/** The client and the simulated site, each written after the specification by itself, understand each other. */
class SimulatedDeviceTest {
    private static final World WORLD = World.real();
    private static final Instant NOW = WORLD.now().truncatedTo(ChronoUnit.MINUTES);
    private static final TimeSpan RECORDED = new TimeSpan(NOW.minusSeconds(3600), NOW.minusSeconds(60));
    private static final TimeSpan GAP = new TimeSpan(NOW.minusSeconds(1800), NOW.minusSeconds(1700));
    private static final Duration AHEAD = Duration.ofMinutes(31);
    private static SimulatedSite site;

    @BeforeAll
    static void start() {
        site = SimulatedSite.start(
                WORLD,
                new SiteSpec(List.of(
                        CameraSpec.of("md5").withLogin("admin", "vigil & 123").withRecording(RECORDED, GAP),
                        CameraSpec.of("sha").withLogin("admin", "vigil & 123").with(Authentication.DIGEST_SHA256),
                        CameraSpec.of("token")
                                .withLogin("admin", "vigil & 123")
                                .with(Authentication.USERNAME_TOKEN)
                                .withClockOffset(AHEAD)
                                .withRecording(RECORDED, GAP))));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    private static OnvifDevice connect(String id, String password) throws Exception {
        return connect(id, password, OnvifOptions.STANDARD.withClockSamples(1, Duration.ZERO));
    }

    private static OnvifDevice connect(String id, String password, OnvifOptions options) throws Exception {
        SimulatedCamera camera = site.camera(id);
        return OnvifDevice.connect(
                WORLD,
                CameraUrl.parse(camera.onvif().toString(), "http").endpoint(),
                AddressRules.of("127.0.0.1"),
                TlsTrust.anyKey(),
                new Login("admin", password),
                options);
    }

    @Test
    void everyWayOfLoggingInIsFound() throws Exception {
        for (String id : new String[] {"md5", "sha", "token"}) {
            OnvifDevice device = connect(id, "vigil & 123");
            assertTrue(!device.device().serial().isEmpty(), id);
            MediaProfile profile = device.profiles().list().get(0);
            assertEquals(Codec.H264, profile.codec());
            assertEquals(
                    site.camera(id).liveUrl().toString(),
                    device.streamUri(profile).url().toString());
            assertEquals(
                    site.camera(id).snapshotUrl().toString(),
                    device.snapshotUri(profile).url().toString());
        }
    }

    @Test
    void aWrongPasswordIsRefusedInEveryWay() throws Exception {
        for (String id : new String[] {"md5", "sha", "token"}) {
            OnvifDevice device = connect(id, "wrong");
            OnvifException e = assertThrows(OnvifException.class, device::device, id);
            assertEquals(OnvifException.Cause.LOGIN_REFUSED, e.reason(), id);
            assertTrue(e.loginRefused());
        }
    }

    @Test
    void theClockIsMeasured() throws Exception {
        ClockReading clock =
                connect("token", "vigil & 123", OnvifOptions.STANDARD).clock();
        assertTrue(clock.offset().minus(AHEAD).abs().compareTo(clock.error()) <= 0, clock.toString());
        ClockReading right =
                connect("md5", "vigil & 123", OnvifOptions.STANDARD).clock();
        assertTrue(right.offset().abs().compareTo(right.error()) <= 0, right.toString());
    }

    @Test
    void recordingsTellTheirHoles() throws Exception {
        for (String id : new String[] {"md5", "token"}) {
            Duration ahead = id.equals("token") ? AHEAD : Duration.ZERO;
            OnvifDevice device = connect(id, "vigil & 123");
            Recording recording = device.recordings().get(0);
            assertEquals(RECORDED.from().plus(ahead), recording.earliest());
            TimeSpan asked = RECORDED.plus(ahead);
            Coverage coverage = device.coverage(recording.token(), asked);
            assertEquals(Coverage.Source.EVENTS, coverage.source());
            assertEquals(
                    List.of(
                            new TimeSpan(RECORDED.from(), GAP.from()).plus(ahead),
                            new TimeSpan(GAP.to(), RECORDED.to()).plus(ahead)),
                    coverage.spans());
            assertEquals(
                    site.camera(id).replayUrl().toString(),
                    device.replayUri(recording.token()).url().toString());
            assertEquals(1, device.recordingSummary().recordings());
        }
    }
}
