package vn.vigil.sim;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;

/**
 * Serves a simulated site until it is ended, for trying it with foreign programs; docs/design/simulation.md says how.
 *
 * <p>{@code ServeSite [--login USER PASSWORD] [--sha256|--token-only] [--clock-offset SECONDS]
 * [--vendor hikvision|hikvision-local-time|dahua] [CAMERA[:FAULT[+FAULT…]]]…}
 */
public final class ServeSite {
    private ServeSite() {}

    public static void main(String[] arguments) throws InterruptedException {
        World world = World.real();
        Instant now = world.now().truncatedTo(ChronoUnit.MINUTES);
        TimeSpan recorded = new TimeSpan(now.minus(Duration.ofMinutes(10)), now.plus(Duration.ofDays(1)));
        TimeSpan gap = new TimeSpan(now.minus(Duration.ofMinutes(5)), now.minus(Duration.ofMinutes(4)));
        Login login = null;
        Authentication way = Authentication.DIGEST_MD5;
        Duration offset = Duration.ZERO;
        Vendor vendor = Vendor.NONE;
        List<String> names = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--login" -> login = new Login(arguments[++i], arguments[++i]);
                case "--sha256" -> way = Authentication.DIGEST_SHA256;
                case "--token-only" -> way = Authentication.USERNAME_TOKEN;
                case "--clock-offset" -> offset = Duration.ofSeconds(Long.parseLong(arguments[++i]));
                case "--vendor" ->
                    vendor = Vendor.valueOf(arguments[++i].toUpperCase(Locale.ROOT).replace('-', '_'));
                default -> names.add(arguments[i]);
            }
        }
        if (names.isEmpty()) {
            names.add("gate-1");
        }
        List<CameraSpec> cameras = new ArrayList<>();
        for (String name : names) {
            String[] parts = name.split(":");
            CameraSpec camera = CameraSpec.of(parts[0])
                    .with(way)
                    .withClockOffset(offset)
                    .withRecording(recorded, gap)
                    .withVendor(vendor);
            if (login != null) {
                camera = camera.withLogin(login.user(), login.password());
            }
            for (String fault : parts.length < 2 ? new String[0] : parts[1].split("[+]")) {
                camera =
                        camera.with(Fault.valueOf(fault.toUpperCase(Locale.ROOT).replace('-', '_')));
            }
            cameras.add(camera);
        }
        SimulatedSite site = SimulatedSite.start(world, new SiteSpec(cameras));
        Runtime.getRuntime().addShutdownHook(new Thread(site::close));
        System.out.println("recorded " + recorded.from() + " to now, but for " + gap.from() + " to " + gap.to());
        for (SimulatedCamera camera : site.cameras()) {
            System.out.println("READY " + camera.spec().id() + " " + camera.onvifAddress() + " " + camera.liveUrl()
                    + " " + camera.replayUrl() + " " + camera.snapshotUrl());
        }
        new CountDownLatch(1).await();
    }
}
