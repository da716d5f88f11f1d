package vn.vigil.onvif;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Http;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;
import vn.vigil.net.TlsTrust;
import vn.vigil.xml.Xml;
import vn.vigil.xml.XmlReader;

/**
 * A conversation with one device that speaks ONVIF. Nothing stays open between calls, so there is nothing to close. Each
 * method is one step with a deadline of its own; its failure names the step. All times are on the device's clock: the
 * {@linkplain #clock() reading} says how to turn them into true time. For one thread.
 */
public final class OnvifDevice {
    private final World world;
    private final Endpoint endpoint;
    private final OnvifOptions options;
    private final SoapChannel channel;
    private ClockReading clock;
    private List<OnvifService> services;

    private OnvifDevice(World world, Endpoint endpoint, OnvifOptions options, SoapChannel channel) {
        this.world = world;
        this.endpoint = endpoint;
        this.options = options;
        this.channel = channel;
    }

    /**
     * Finds out whether a device speaks ONVIF by asking for its clock, as a rule without the login.
     *
     * @param endpoint where its HTTP answers; the one place that is ever contacted, whatever addresses the device gives
     * @param rules must allow the endpoint's host
     * @param trust whom to believe when the endpoint is TLS
     * @param login offered at most once and only when the device asks; or null
     * @throws OnvifException step CLOCK
     */
    public static OnvifDevice connect(
            World world, Endpoint endpoint, AddressRules rules, TlsTrust trust, Login login, OnvifOptions options)
            throws OnvifException {
        Http http = new Http(world, endpoint, rules, trust, login, options.allowBasic() || endpoint.tls());
        OnvifDevice device = new OnvifDevice(world, endpoint, options, new SoapChannel(world, http, login, options));
        device.clock = device.measure();
        device.channel.clock(device.clock);
        return device;
    }

    /** The device's clock, measured when the conversation began. */
    public ClockReading clock() {
        return clock;
    }

    private ClockReading measure() throws OnvifException {
        Deadline deadline = step();
        List<ClockMeasure.Sample> samples = new ArrayList<>();
        boolean open = true;
        for (int i = 0; i < options.clockSamples(); i++) {
            if (i > 0) {
                world.sleep(options.clockSpacing());
            }
            Instant asked = channel.now();
            Xml answer = open
                    ? channel.callOpen(
                            OnvifException.Step.CLOCK,
                            options.devicePath(),
                            OnvifNames.DEVICE,
                            "GetSystemDateAndTime",
                            deadline)
                    : null;
            if (answer == null) {
                // Against the specification (agsh/onvif, lib/cam.js: Panasonic, Digital Barriers).
                open = false;
                asked = channel.now();
                answer = channel.call(
                        OnvifException.Step.CLOCK,
                        options.devicePath(),
                        OnvifNames.DEVICE,
                        "GetSystemDateAndTime",
                        "",
                        deadline);
            }
            Instant here = channel.now();
            Xml told = answer.at("SystemDateAndTime");
            samples.add(new ClockMeasure.Sample(asked, here, ClockMeasure.told(told == null ? answer : told)));
        }
        return ClockMeasure.fold(samples);
    }

    /** Who made it and what it is. */
    public DeviceInformation device() throws OnvifException {
        Xml answer = channel.call(
                OnvifException.Step.DEVICE,
                options.devicePath(),
                OnvifNames.DEVICE,
                "GetDeviceInformation",
                "",
                step());
        return new DeviceInformation(
                answer.word("Manufacturer"),
                answer.word("Model"),
                answer.word("FirmwareVersion"),
                answer.word("SerialNumber"),
                answer.word("HardwareId"));
    }

    /** By which time servers it goes. */
    public NtpSettings ntp() throws OnvifException {
        Xml answer =
                channel.call(OnvifException.Step.NTP, options.devicePath(), OnvifNames.DEVICE, "GetNTP", "", step());
        Xml told = answer.at("NTPInformation");
        boolean fromDhcp = told != null && told.word("FromDHCP").equals("true");
        List<String> servers = new ArrayList<>();
        if (told != null) {
            for (Xml server : told.all(fromDhcp ? "NTPFromDHCP" : "NTPManual")) {
                for (String form : new String[] {"DNSname", "IPv4Address", "IPv6Address"}) {
                    if (!server.word(form).isEmpty() && servers.size() < 8) {
                        servers.add(server.word(form));
                    }
                }
            }
        }
        return new NtpSettings(fromDhcp, servers);
    }

    /** Who may log in, at most 256. */
    public List<OnvifUser> users() throws OnvifException {
        Xml answer = channel.call(
                OnvifException.Step.USERS, options.devicePath(), OnvifNames.DEVICE, "GetUsers", "", step());
        List<OnvifUser> users = new ArrayList<>();
        for (Xml user : answer.all("User")) {
            if (users.size() < 256) {
                users.add(new OnvifUser(user.word("Username"), user.word("UserLevel")));
            }
        }
        return users;
    }

    /** Whether the body of a refusal says in words that the device locks callers out. */
    public static boolean saysLocked(byte[] body) {
        return SoapChannel.locked(XmlReader.decode(body));
    }

    /** Whether the device asked for the login in this conversation and accepted it. */
    public boolean loggedIn() {
        return channel.loggedIn();
    }

    /**
     * From now on UsernameTokens are made by our own clock instead of the device's: for devices that tell another time than
     * they judge by. To be used before the login was offered.
     */
    public void trustOwnClock() {
        channel.clock(null);
    }

    /**
     * Gives a user another password; the level stays. Over a connection without TLS the new password goes in the clear: SetUser
     * has no other form (ONVIF Core, "Set user settings").
     *
     * @throws OnvifException step USERS; UNSUPPORTED when the device has no such user
     */
    public void setPassword(String user, String newPassword) throws OnvifException {
        OnvifException.Step step = OnvifException.Step.USERS;
        Deadline deadline = step();
        Xml users = channel.call(step, options.devicePath(), OnvifNames.DEVICE, "GetUsers", "", deadline);
        String level = null;
        for (Xml one : users.children()) {
            if (one.name().equals("User") && one.word("Username").equals(user)) {
                level = one.word("UserLevel");
            }
        }
        if (level == null) {
            throw OnvifException.of(step, OnvifException.Cause.UNSUPPORTED, "no such ONVIF user");
        }
        String body = "<User xmlns:tt=\"" + OnvifNames.SCHEMA + "\"><tt:Username>" + Soap.escape(user)
                + "</tt:Username><tt:Password>" + Soap.escape(newPassword) + "</tt:Password><tt:UserLevel>"
                + Soap.escape(level) + "</tt:UserLevel></User>";
        channel.call(step, options.devicePath(), OnvifNames.DEVICE, "SetUser", body, deadline);
    }

    /** The device's services; asked once and kept. At most 64. A service whose address must not be used is left out. */
    public List<OnvifService> services() throws OnvifException {
        if (services == null) {
            services = List.copyOf(ServiceTable.ask(channel, options.devicePath(), endpoint, step()));
        }
        return services;
    }

    /** The media profiles: by Media 2, which alone knows H.265, and by Media 1 when that is missing, fails or lists none. */
    public MediaProfiles profiles() throws OnvifException {
        OnvifException.Step step = OnvifException.Step.PROFILES;
        String media2 = find(OnvifNames.MEDIA2);
        String media1 = find(OnvifNames.MEDIA1);
        if (media2 == null && media1 == null) {
            throw OnvifException.of(step, OnvifException.Cause.UNSUPPORTED, "no media service");
        }
        Deadline deadline = step();
        if (media2 != null) {
            try {
                MediaProfiles found = profiles(media2, true, deadline);
                if (media1 == null || !found.list().isEmpty()) {
                    return found;
                }
            } catch (OnvifException e) {
                // Devices exist that announce Media 2 and cannot speak it (D-Link DCS-8635LH: agsh/onvif, lib/cam.js).
                if (media1 == null || !ServiceTable.isAnswer(e)) {
                    throw e;
                }
            }
        }
        return profiles(media1, false, deadline);
    }

    private MediaProfiles profiles(String target, boolean media2, Deadline deadline) throws OnvifException {
        Xml answer = channel.call(
                OnvifException.Step.PROFILES,
                target,
                media2 ? OnvifNames.MEDIA2 : OnvifNames.MEDIA1,
                "GetProfiles",
                MediaCalls.profilesBody(media2),
                deadline);
        return MediaCalls.profiles(answer, media2);
    }

    /** Where a profile's stream is, RTP over the RTSP connection. */
    public DeviceAddress streamUri(MediaProfile profile) throws OnvifException {
        OnvifException.Step step = OnvifException.Step.STREAM_URI;
        Deadline deadline = step();
        String target = media(step, profile);
        Xml answer;
        try {
            answer = media(step, target, profile, "GetStreamUri", MediaCalls.streamBody(profile, "RTSP"), deadline);
        } catch (OnvifException e) {
            if (!profile.media2() || e.reason() != OnvifException.Cause.FAULT) {
                throw e;
            }
            answer = media(
                    step, target, profile, "GetStreamUri", MediaCalls.streamBody(profile, "RtspUnicast"), deadline);
        }
        return stream(step, MediaCalls.uri(answer));
    }

    /** Where a profile's still picture is. It may ask for a login of its own. */
    public DeviceAddress snapshotUri(MediaProfile profile) throws OnvifException {
        OnvifException.Step step = OnvifException.Step.SNAPSHOT_URI;
        String target = media(step, profile);
        String uri = MediaCalls.uri(
                media(step, target, profile, "GetSnapshotUri", MediaCalls.profileToken(profile), step()));
        try {
            return DeviceAddress.http(uri, endpoint);
        } catch (NetException e) {
            throw OnvifException.network(step, e);
        }
    }

    private String media(OnvifException.Step step, MediaProfile profile) throws OnvifException {
        return need(step, profile.media2() ? OnvifNames.MEDIA2 : OnvifNames.MEDIA1);
    }

    private Xml media(
            OnvifException.Step step, String target, MediaProfile profile, String name, String body, Deadline deadline)
            throws OnvifException {
        return channel.call(
                step, target, profile.media2() ? OnvifNames.MEDIA2 : OnvifNames.MEDIA1, name, body, deadline);
    }

    /** All recordings, at most 1,000. */
    public List<Recording> recordings() throws OnvifException {
        return search(OnvifException.Step.RECORDINGS).recordings(step());
    }

    /** From when to when the device holds anything at all. */
    public RecordingSummary recordingSummary() throws OnvifException {
        return search(OnvifException.Step.RECORDINGS).summary(step());
    }

    /**
     * Where a recording holds footage within a span.
     *
     * @param span on the device's clock
     */
    public Coverage coverage(String recordingToken, TimeSpan span) throws OnvifException {
        RecordingSearch search = search(OnvifException.Step.COVERAGE);
        Recording recording = null;
        for (Recording one : search.recordings(step())) {
            if (one.token().equals(recordingToken)) {
                recording = one;
            }
        }
        List<CoverageFold.Event> events = List.of();
        try {
            events = search.trackStates(recordingToken, span, step());
        } catch (OnvifException e) {
            if (!ServiceTable.isAnswer(e)) {
                throw e;
            }
        }
        return CoverageFold.fold(events, recording, span);
    }

    /** Where a recording is replayed, by the RTSP of ONVIF Streaming ("Replay"). */
    public DeviceAddress replayUri(String recordingToken) throws OnvifException {
        OnvifException.Step step = OnvifException.Step.REPLAY_URI;
        Xml answer = channel.call(
                step,
                need(step, OnvifNames.REPLAY),
                OnvifNames.REPLAY,
                "GetReplayUri",
                MediaCalls.replayBody(recordingToken),
                step());
        return stream(step, MediaCalls.uri(answer));
    }

    private DeviceAddress stream(OnvifException.Step step, String uri) throws OnvifException {
        try {
            return DeviceAddress.rtsp(uri, endpoint, options.rtspPort());
        } catch (NetException e) {
            throw OnvifException.network(step, e);
        }
    }

    private RecordingSearch search(OnvifException.Step step) throws OnvifException {
        return new RecordingSearch(world, channel, need(step, OnvifNames.SEARCH), options);
    }

    private String need(OnvifException.Step step, String namespace) throws OnvifException {
        String target = find(namespace);
        if (target == null) {
            throw OnvifException.of(step, OnvifException.Cause.UNSUPPORTED, "no service " + namespace);
        }
        return target;
    }

    private String find(String namespace) throws OnvifException {
        for (OnvifService service : services()) {
            if (service.namespace().equals(namespace)) {
                return service.address().url().target();
            }
        }
        return null;
    }

    private Deadline step() {
        return Deadline.in(world, options.stepDeadline());
    }
}
