package vn.vigil.camera;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.net.AddressRules;
import vn.vigil.net.Endpoint;
import vn.vigil.net.NetException;
import vn.vigil.onvif.Coverage;
import vn.vigil.onvif.DeviceInformation;
import vn.vigil.onvif.MediaProfile;
import vn.vigil.onvif.NtpSettings;
import vn.vigil.onvif.OnvifDevice;
import vn.vigil.onvif.OnvifException;
import vn.vigil.onvif.OnvifOptions;
import vn.vigil.onvif.OnvifUser;
import vn.vigil.onvif.Recording;
import vn.vigil.onvif.RecordingSummary;
import vn.vigil.rtsp.PlayRequest;
import vn.vigil.rtsp.RtspException;

/** ONVIF: clock, profiles, Recording Search and Replay. */
final class OnvifDriver implements Driver {
    private final Wire wire;
    private final Camera camera;
    private final int rtspPort;

    /** @param rtspPort port for stream addresses the device names, when it is mapped; 0: as the device says */
    OnvifDriver(Wire wire, Camera camera, int rtspPort) {
        this.wire = wire;
        this.camera = camera;
        this.rtspPort = rtspPort;
    }

    @Override
    public Set<Ability> abilities() {
        Set<Ability> all = EnumSet.of(
                Ability.LIVE, Ability.DEVICE, Ability.CLOCK, Ability.NTP, Ability.ACCOUNTS, Ability.PASSWORD);
        if (camera.recording() != null) {
            all.add(Ability.RECORDINGS);
        }
        if (camera.replayUrl() != null) {
            all.add(Ability.REPLAY);
        }
        return all;
    }

    @Override
    public ClockAnswer clockForCheck(Deadline deadline) throws DriverException {
        try {
            vn.vigil.onvif.ClockReading told = connect(false, deadline).clock();
            return new ClockAnswer(reading(told), !told.plausible(), false);
        } catch (OnvifException e) {
            DriverException failure = told(e);
            if (failure.reason() == DriverException.Reason.KEY_CHANGED) {
                throw failure;
            }
            return new ClockAnswer(null, false, e.reason() == OnvifException.Cause.NOT_ONVIF);
        }
    }

    @Override
    public ClockFacts clock(Deadline deadline) throws DriverException {
        try {
            OnvifDevice device = connect(true, deadline);
            vn.vigil.onvif.ClockReading told = device.clock();
            NtpSettings ntp = ntp(device);
            return new ClockFacts(
                    reading(told),
                    told.known() && !told.plausible(),
                    told.localAsUtcSuspected(),
                    told.timeZone(),
                    told.dateTimeType(),
                    ntp.servers(),
                    "");
        } catch (OnvifException e) {
            throw told(e);
        }
    }

    /** A device that does not tell its time servers is still one that tells its time. */
    private static NtpSettings ntp(OnvifDevice device) throws OnvifException {
        try {
            return device.ntp();
        } catch (OnvifException e) {
            if (e.loginRefused()) {
                throw e;
            }
            return new NtpSettings(false, List.of());
        }
    }

    @Override
    public Found find(Deadline deadline) throws DriverException {
        try {
            return find(connect(true, deadline));
        } catch (OnvifException e) {
            throw told(e);
        }
    }

    private Found find(OnvifDevice device) throws OnvifException {
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
        String recording =
                recordings != null && recordings.size() == 1 ? recordings.get(0).token() : null;
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
                recordings == null ? -1 : recordings.size());
    }

    @Override
    public Footage footage(TimeSpan cameraTime, Deadline deadline) throws DriverException {
        if (camera.recording() == null) {
            Footage.Source source = camera.replayUrl() == null ? Footage.Source.NONE : Footage.Source.NOT_TOLD;
            return new Footage(source, List.of(), List.of());
        }
        try {
            Coverage told = connect(true, deadline).coverage(camera.recording(), cameraTime);
            return Coverages.within(cameraTime, told.spans());
        } catch (OnvifException e) {
            throw told(e);
        }
    }

    @Override
    public FootageSource replay(TimeSpan cameraTime, ClockReading clock, Deadline deadline)
            throws DriverException, RtspException {
        return wire.open(
                camera,
                camera.recording() == null ? "rtsp-replay" : "onvif-replay",
                camera.replayUrl(),
                PlayRequest.replay(cameraTime),
                clock,
                deadline);
    }

    @Override
    public StorageFacts storage(Deadline deadline) throws DriverException {
        if (camera.recording() == null) {
            return StorageFacts.NONE;
        }
        try {
            OnvifDevice device = connect(true, deadline);
            for (Recording r : device.recordings()) {
                if (r.token().equals(camera.recording()) && r.earliest() != null) {
                    return new StorageFacts(List.of(), r.earliest(), r.latest());
                }
            }
            RecordingSummary summary = device.recordingSummary();
            return new StorageFacts(List.of(), summary.from(), summary.until());
        } catch (OnvifException e) {
            throw told(e);
        }
    }

    @Override
    public List<Account> accounts(Deadline deadline) throws DriverException {
        try {
            List<Account> all = new ArrayList<>();
            for (OnvifUser user : connect(true, deadline).users()) {
                all.add(new Account(user.name(), user.level()));
            }
            return all;
        } catch (OnvifException e) {
            throw told(e);
        }
    }

    private OnvifDevice connect(boolean withLogin, Deadline deadline) throws OnvifException {
        Endpoint endpoint;
        try {
            endpoint = CameraFacts.onvif(camera.onvif());
        } catch (NetException e) {
            throw new IllegalArgumentException("address was not judged before");
        }
        Duration left = deadline.left();
        OnvifOptions options = OnvifOptions.STANDARD;
        Duration call = left.compareTo(options.callDeadline()) < 0 ? left : options.callDeadline();
        Duration step = left.compareTo(options.stepDeadline()) < 0 ? left : options.stepDeadline();
        options = options.withDeadlines(call, step).withRtspPort(rtspPort);
        return OnvifDevice.connect(
                wire.world(),
                endpoint,
                AddressRules.of(endpoint.host()),
                wire.trust(),
                withLogin ? wire.login() : null,
                wire.basicAllowed() ? options.withBasicAllowed() : options);
    }

    /** Null when it does not tell. */
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
            return null;
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
                        wire.world().now().truncatedTo(ChronoUnit.MILLIS));
    }

    private static String empty(String text) {
        return text == null || text.isEmpty() ? null : text;
    }

    static DriverException told(OnvifException e) {
        DriverException.Reason reason =
                switch (e.reason()) {
                    case UNREACHABLE ->
                        Wire.keyChanged(e) ? DriverException.Reason.KEY_CHANGED : DriverException.Reason.UNREACHABLE;
                    case TIMEOUT -> DriverException.Reason.UNREACHABLE;
                    case LOGIN_REFUSED -> DriverException.Reason.REFUSED;
                    case LOCKED -> DriverException.Reason.LOCKED;
                    case CLOCK_SKEW_SUSPECTED -> DriverException.Reason.CLOCK_SUSPECTED;
                    case NOT_ONVIF, PROTOCOL, TOO_LARGE -> DriverException.Reason.STRANGER;
                    case UNSUPPORTED -> DriverException.Reason.UNSUPPORTED;
                    case FAULT -> DriverException.Reason.FAULT;
                };
        String words = e.faultText().isEmpty() && reason != DriverException.Reason.STRANGER
                ? e.step().toString()
                : e.faultText();
        return new DriverException(reason, words, e.loginRefused(), e);
    }
}
