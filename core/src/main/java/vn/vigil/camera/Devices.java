package vn.vigil.camera;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;
import vn.vigil.net.TlsTrust;
import vn.vigil.onvif.Coverage;
import vn.vigil.onvif.DeviceInformation;
import vn.vigil.onvif.MediaProfile;
import vn.vigil.onvif.OnvifDevice;
import vn.vigil.onvif.OnvifException;
import vn.vigil.onvif.OnvifOptions;
import vn.vigil.onvif.Recording;

/** What is asked of cameras by ONVIF. Stateless; safe for several threads. */
final class Devices {
    private final World world;
    private final boolean basicAllowed;

    Devices(World world, boolean basicAllowed) {
        this.world = world;
        this.basicAllowed = basicAllowed;
    }

    /**
     * What a check learns of the clock.
     *
     * @param reading null when not told
     * @param implausible a time was told that cannot be the device's
     * @param notOnvif what answers is no ONVIF device
     */
    record ClockAnswer(ClockReading reading, boolean implausible, boolean notOnvif) {
        static final ClockAnswer NOT_ASKED = new ClockAnswer(null, false, false);
    }

    /**
     * What a device told about itself.
     *
     * @param url main live stream, or null when the device has no profile with video
     * @param subUrl smallest other live stream, or null
     * @param recording token of its one video recording, or null
     * @param replayUrl null without a recording
     * @param recordings how many video recordings it has; with several nobody can tell which is this camera's
     */
    record Found(
            DeviceFacts device,
            ClockReading clock,
            String url,
            String subUrl,
            String recording,
            String replayUrl,
            int recordings) {}

    /** Asks for the clock without a login: a check offers that once, and to the stream. */
    ClockAnswer clockForCheck(Camera camera, Deadline deadline) {
        try {
            OnvifDevice device = connect(camera.onvif(), null, null, deadline);
            vn.vigil.onvif.ClockReading told = device.clock();
            return new ClockAnswer(reading(told), !told.plausible(), false);
        } catch (OnvifException e) {
            boolean other = e.reason() == OnvifException.Cause.NOT_ONVIF;
            return new ClockAnswer(null, false, other);
        }
    }

    /** The device's clock, or null when it tells none. */
    ClockReading clock(Camera camera, Login login, Deadline deadline) throws OnvifException {
        return reading(connect(camera.onvif(), login, null, deadline).clock());
    }

    /** Asks a device for everything an inventory wants to know. */
    Found ask(String onvif, Login login, Integer rtspPort, Deadline deadline) throws OnvifException {
        OnvifDevice device = connect(onvif, login, rtspPort, deadline);
        DeviceInformation told = device.device();
        List<MediaProfile> profiles = new ArrayList<>(device.profiles().list());
        profiles.removeIf(p -> p.media2() && p.codec() == null);
        MediaProfile main = profiles.isEmpty() ? null : profiles.get(0);
        MediaProfile sub = null;
        for (MediaProfile p : profiles) {
            if (p.width() > 0 && p.width() < main.width() && (sub == null || p.width() < sub.width())) {
                sub = p;
            }
        }
        String url = main == null ? null : device.streamUri(main).url().toString();
        String subUrl = sub == null ? null : device.streamUri(sub).url().toString();
        List<Recording> recordings = videoRecordings(device);
        String recording = recordings.size() == 1 ? recordings.get(0).token() : null;
        return new Found(
                new DeviceFacts(
                        empty(told.manufacturer()),
                        empty(told.model()),
                        empty(told.firmware()),
                        empty(told.serial()),
                        empty(told.hardware())),
                reading(device.clock()),
                url,
                url == null || url.equals(subUrl) ? null : subUrl,
                recording,
                recording == null ? null : replayUrl(device, recording),
                recordings.size());
    }

    /** What is recorded within a span of camera time. */
    Coverage coverage(Camera camera, Login login, TimeSpan cameraTime, Deadline deadline) throws OnvifException {
        return connect(camera.onvif(), login, null, deadline).coverage(camera.recording(), cameraTime);
    }

    private OnvifDevice connect(String onvif, Login login, Integer rtspPort, Deadline deadline) throws OnvifException {
        Endpoint endpoint;
        try {
            endpoint = CameraFacts.onvif(onvif);
        } catch (NetException e) {
            throw new IllegalArgumentException("address was not judged before");
        }
        Duration left = deadline.left();
        OnvifOptions options = OnvifOptions.STANDARD;
        Duration call = left.compareTo(options.callDeadline()) < 0 ? left : options.callDeadline();
        Duration step = left.compareTo(options.stepDeadline()) < 0 ? left : options.stepDeadline();
        options = options.withDeadlines(call, step).withRtspPort(rtspPort == null ? 0 : rtspPort);
        return OnvifDevice.connect(
                world,
                endpoint,
                AddressRules.of(endpoint.host()),
                TlsTrust.anyKey(),
                login,
                basicAllowed ? options.withBasicAllowed() : options);
    }

    private static List<Recording> videoRecordings(OnvifDevice device) throws OnvifException {
        List<Recording> video = new ArrayList<>();
        try {
            for (Recording r : device.recordings()) {
                if (r.tracks().isEmpty()
                        || r.tracks().stream().anyMatch(t -> t.type().equals("Video"))) {
                    video.add(r);
                }
            }
        } catch (OnvifException e) {
            if (e.loginRefused()) {
                throw e;
            }
            // No search service, or one that fails: a camera without recordings is still a camera.
        }
        return video;
    }

    private static String replayUrl(OnvifDevice device, String recording) throws OnvifException {
        try {
            return device.replayUri(recording).url().toString();
        } catch (OnvifException e) {
            if (e.loginRefused()) {
                throw e;
            }
            return null;
        }
    }

    private ClockReading reading(vn.vigil.onvif.ClockReading told) {
        return !told.known() || !told.plausible()
                ? null
                : new ClockReading(
                        told.offset(),
                        told.error(),
                        ClockReading.How.ONVIF,
                        world.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static String empty(String text) {
        return text == null || text.isEmpty() ? null : text;
    }
}
