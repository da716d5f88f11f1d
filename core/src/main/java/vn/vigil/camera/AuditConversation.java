package vn.vigil.camera;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import vn.vigil.base.Deadline;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Endpoint;
import vn.vigil.onvif.MediaProfile;
import vn.vigil.onvif.NtpSettings;
import vn.vigil.onvif.OnvifDevice;
import vn.vigil.onvif.OnvifException;
import vn.vigil.onvif.OnvifOptions;
import vn.vigil.onvif.OnvifUser;
import vn.vigil.vendor.dahua.DahuaDevice;
import vn.vigil.vendor.dahua.DahuaException;
import vn.vigil.vendor.dahua.DahuaInformation;
import vn.vigil.vendor.dahua.DahuaOptions;
import vn.vigil.vendor.dahua.User;
import vn.vigil.vendor.hikvision.HikvisionClock;
import vn.vigil.vendor.hikvision.HikvisionDevice;
import vn.vigil.vendor.hikvision.HikvisionDeviceInfo;
import vn.vigil.vendor.hikvision.HikvisionException;
import vn.vigil.vendor.hikvision.HikvisionOptions;
import vn.vigil.vendor.hikvision.HikvisionUser;

/**
 * What a device tells an audit when it is asked with the stored login, which is offered once: one protocol, the camera's own.
 * A question that is not answered leaves its fact untold; a refused login ends the conversation. For one thread.
 */
final class AuditConversation {
    /** An audit judges clocks by seconds: two answers half a second apart do. */
    private static final int CLOCK_SAMPLES = 2;

    private static final Duration CLOCK_SPACING = Duration.ofMillis(480);

    private final Wire wire;
    private final Camera camera;
    private final Deadline deadline;

    /** Null while not told. */
    DeviceFacts device;

    List<Account> accounts;
    Map<String, Boolean> services;
    String clockMode;
    List<String> timeServers = List.of();
    ClockReading clock;
    /** Path and query of a still picture on {@link #pictureAt}, or null. */
    String picture;

    Endpoint pictureAt;
    /** Whether the login was offered and refused. */
    boolean refused;

    AuditConversation(Wire wire, Camera camera, Deadline deadline) {
        this.wire = wire;
        this.camera = camera;
        this.deadline = deadline;
    }

    /** @param web the vendor's web interface, or null */
    void run(Endpoint web, Endpoint onvif) {
        if (camera.route().driver() == DriverKind.HIKVISION && web != null) {
            hikvision(web);
        } else if (camera.route().driver() == DriverKind.DAHUA && web != null) {
            dahua(web);
        } else if (onvif != null) {
            onvif(onvif);
        }
    }

    /** One question of a device; its failures are the vendor's own. */
    private interface Question {
        void put() throws OnvifException, HikvisionException, DahuaException;
    }

    private void ask(Question question) {
        if (refused || deadline.passed()) {
            return;
        }
        try {
            question.put();
        } catch (OnvifException e) {
            refused |= e.loginRefused();
        } catch (HikvisionException e) {
            refused |= e.loginRefused();
        } catch (DahuaException e) {
            refused |= e.loginRefused();
        }
    }

    private void onvif(Endpoint endpoint) {
        OnvifDevice[] found = new OnvifDevice[1];
        ask(() -> found[0] = OnvifDevice.connect(
                wire.world(), endpoint, AddressRules.of(endpoint.host()), wire.trust(), wire.login(), onvifOptions()));
        OnvifDevice told = found[0];
        if (told == null) {
            return;
        }
        clockMode = told.clock().dateTimeType();
        if (told.clock().known() && told.clock().plausible()) {
            clock = reading(told.clock().offset(), told.clock().error(), ClockReading.How.ONVIF);
        }
        ask(() -> {
            var d = told.device();
            device = facts(d.manufacturer(), d.model(), d.firmware(), d.serial(), d.hardware());
        });
        ask(() -> {
            List<Account> all = new ArrayList<>();
            for (OnvifUser user : told.users()) {
                all.add(new Account(user.name(), user.level()));
            }
            accounts = all;
        });
        ask(() -> {
            NtpSettings ntp = told.ntp();
            timeServers = ntp.servers();
        });
        ask(() -> {
            List<MediaProfile> profiles = told.profiles().list();
            if (!profiles.isEmpty()) {
                CameraUrl url = told.snapshotUri(profiles.get(0)).url();
                picture = url.target();
                pictureAt = url.endpoint();
            }
        });
    }

    private OnvifOptions onvifOptions() {
        OnvifOptions options = OnvifOptions.STANDARD
                .withDeadlines(
                        shorter(OnvifOptions.STANDARD.callDeadline()), shorter(OnvifOptions.STANDARD.stepDeadline()))
                .withClockSamples(CLOCK_SAMPLES, CLOCK_SPACING);
        return wire.basicAllowed() ? options.withBasicAllowed() : options;
    }

    private void hikvision(Endpoint endpoint) {
        HikvisionOptions options = HikvisionOptions.STANDARD
                .withDeadlines(
                        shorter(HikvisionOptions.STANDARD.callDeadline()),
                        shorter(HikvisionOptions.STANDARD.stepDeadline()))
                .withClockSamples(CLOCK_SAMPLES, CLOCK_SPACING);
        HikvisionDevice told = HikvisionDevice.connect(
                wire.world(),
                endpoint,
                AddressRules.of(endpoint.host()),
                wire.trust(),
                wire.login(),
                wire.basicAllowed() ? options.withBasicAllowed() : options);
        picture = "/ISAPI/Streaming/channels/"
                + HikvisionDevice.track(camera.route().channel(), 1) + "/picture";
        pictureAt = endpoint;
        ask(() -> {
            HikvisionDeviceInfo d = told.device();
            device = facts("Hikvision", d.model(), d.firmware(), d.serial(), "");
        });
        ask(() -> {
            HikvisionClock c = told.clock();
            clockMode = c.timeMode();
            timeServers = c.ntpServers();
            clock = c.plausible() ? reading(c.offset(), c.error(), ClockReading.How.HIKVISION) : null;
        });
        ask(() -> {
            List<Account> all = new ArrayList<>();
            for (HikvisionUser user : told.users()) {
                all.add(new Account(user.name(), user.level()));
            }
            accounts = all;
        });
        ask(() -> {
            Map<String, Boolean> all = new TreeMap<>();
            told.services().forEach((name, on) -> all.put(name.name().toLowerCase(Locale.ROOT), on));
            services = all;
        });
    }

    private void dahua(Endpoint endpoint) {
        DahuaOptions options = DahuaOptions.STANDARD
                .withDeadlines(
                        shorter(DahuaOptions.STANDARD.callDeadline()), shorter(DahuaOptions.STANDARD.stepDeadline()))
                .withClockSamples(CLOCK_SAMPLES, CLOCK_SPACING);
        DahuaDevice told = DahuaDevice.connect(
                wire.world(),
                endpoint,
                AddressRules.of(endpoint.host()),
                wire.trust(),
                wire.login(),
                wire.basicAllowed() ? options.withBasicAllowed() : options);
        picture = "/cgi-bin/snapshot.cgi?channel=" + camera.route().channel();
        pictureAt = endpoint;
        ask(() -> {
            DahuaInformation d = told.device();
            String firmware = d.built() == null ? d.firmware() : d.firmware() + ", Build " + d.built();
            device = facts("Dahua", d.type(), firmware, d.serial(), d.hardware());
        });
        ask(() -> {
            vn.vigil.vendor.dahua.NtpSettings ntp = told.ntp();
            clockMode = ntp.enabled() ? "NTP" : "Manual";
            timeServers = ntp.server().isEmpty() ? List.of() : List.of(ntp.server());
        });
        ask(() -> {
            vn.vigil.vendor.dahua.ClockReading c = told.clock();
            clock = c.known() && c.plausible() ? reading(c.offset(), c.error(), ClockReading.How.DAHUA) : null;
        });
        ask(() -> {
            List<Account> all = new ArrayList<>();
            for (User user : told.users()) {
                all.add(new Account(user.name(), user.group()));
            }
            accounts = all;
        });
    }

    private ClockReading reading(Duration offset, Duration error, ClockReading.How how) {
        return new ClockReading(offset, error, how, wire.world().now().truncatedTo(ChronoUnit.MILLIS));
    }

    private Duration shorter(Duration standard) {
        return deadline.left().compareTo(standard) < 0 ? deadline.left() : standard;
    }

    private static DeviceFacts facts(String maker, String model, String firmware, String serial, String hardware) {
        return new DeviceFacts(told(maker), told(model), told(firmware), told(serial), told(hardware));
    }

    private static String told(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
