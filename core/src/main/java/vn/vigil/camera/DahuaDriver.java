package vn.vigil.camera;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.net.AddressRules;
import vn.vigil.net.Endpoint;
import vn.vigil.net.NetException;
import vn.vigil.rtsp.RtspException;
import vn.vigil.vendor.dahua.DahuaDevice;
import vn.vigil.vendor.dahua.DahuaException;
import vn.vigil.vendor.dahua.DahuaInformation;
import vn.vigil.vendor.dahua.DahuaOptions;
import vn.vigil.vendor.dahua.Dialect;
import vn.vigil.vendor.dahua.Disk;
import vn.vigil.vendor.dahua.NtpSettings;
import vn.vigil.vendor.dahua.Segment;
import vn.vigil.vendor.dahua.User;

/** Dahua: CGI for clock, search and health, RTSP playback by its addresses, or downloads where it plays none. */
final class DahuaDriver extends VendorDriver {
    /** Searches for the oldest recording, all in all; by halves they reach back over {@link #FARTHEST_DAYS}. */
    private static final int SEARCHES = 12;

    private static final long FARTHEST_DAYS = 1024;

    private final Path partial;
    private DahuaDevice device;

    /** @param partial folder for downloads, which last as long as they are read */
    DahuaDriver(Wire wire, Camera camera, int rtspPort, Path partial) {
        super(wire, camera, rtspPort);
        this.partial = partial;
    }

    /** One question to the device. */
    private interface Question<T> {
        T put(DahuaDevice device) throws DahuaException;
    }

    private <T> T ask(Deadline deadline, Question<T> question) throws DriverException {
        try {
            return question.put(device(deadline));
        } catch (DahuaException e) {
            throw told(e);
        }
    }

    private DahuaDevice device(Deadline deadline) {
        if (device == null) {
            String known = camera.route().dialect();
            DahuaOptions options =
                    DahuaOptions.STANDARD.withDialect(known == null ? Dialect.UNKNOWN : Dialect.parse(known));
            int port = streamPort();
            options = port == 0 ? options : options.withRtspPort(port);
            Endpoint web = web();
            device = DahuaDevice.connect(
                    wire.world(),
                    web,
                    AddressRules.of(web.host()),
                    wire.trust(),
                    wire.login(),
                    wire.basicAllowed() ? options.withBasicAllowed() : options);
        }
        device.until(deadline);
        return device;
    }

    private int channel() {
        return camera.route().channel();
    }

    @Override
    public String dialect() {
        return device == null || device.dialect().equals(Dialect.UNKNOWN)
                ? null
                : device.dialect().text();
    }

    @Override
    ClockFacts measure(Deadline deadline) throws DriverException {
        return ask(deadline, d -> facts(d.clock(), "", List.of()));
    }

    private ClockFacts facts(vn.vigil.vendor.dahua.ClockReading told, String mode, List<String> servers) {
        ClockReading reading = !told.known() || !told.plausible()
                ? null
                : new ClockReading(
                        told.offset(),
                        told.error(),
                        ClockReading.How.DAHUA,
                        wire.world().now().truncatedTo(ChronoUnit.MILLIS));
        return new ClockFacts(
                reading, !told.plausible(), false, told.zone().standard().getId(), mode, servers, "");
    }

    @Override
    public ClockFacts clock(Deadline deadline) throws DriverException {
        return ask(deadline, d -> {
            vn.vigil.vendor.dahua.ClockReading told = d.clock();
            NtpSettings ntp = ntp(d);
            String mode = ntp == null ? "" : ntp.enabled() ? "NTP" : "Manual";
            return facts(told, mode, ntp == null || ntp.server().isEmpty() ? List.of() : List.of(ntp.server()));
        });
    }

    /** A device that does not tell its time server is still one that tells its time; null then. */
    private static NtpSettings ntp(DahuaDevice d) throws DahuaException {
        try {
            return d.ntp();
        } catch (DahuaException e) {
            if (e.loginRefused()) {
                throw e;
            }
            return null;
        }
    }

    @Override
    public Found find(Deadline deadline) throws DriverException {
        DahuaInformation told = ask(deadline, DahuaDevice::device);
        ClockAnswer clock = clockIfTold(deadline);
        return new Found(
                new DeviceFacts(
                        "Dahua",
                        empty(told.type()),
                        empty(told.firmware()),
                        empty(told.serial()),
                        empty(told.hardware())),
                clock.reading(),
                device.liveUrl(channel(), 0).toString(),
                device.liveUrl(channel(), 1).toString(),
                null,
                null,
                1);
    }

    @Override
    List<TimeSpan> recorded(TimeSpan cameraTime, Deadline deadline) throws DriverException {
        return ask(deadline, d -> spans(d, cameraTime));
    }

    private List<TimeSpan> spans(DahuaDevice d, TimeSpan cameraTime) throws DahuaException {
        List<TimeSpan> spans = new ArrayList<>();
        for (Segment segment : d.search(channel(), cameraTime)) {
            spans.add(new TimeSpan(segment.start(), segment.end()));
        }
        return spans;
    }

    @Override
    public FootageSource replay(TimeSpan cameraTime, ClockReading clock, Deadline deadline)
            throws DriverException, RtspException {
        List<TimeSpan> stretches = stretches(cameraTime, deadline);
        List<StretchedFootage.Stretch> played = new ArrayList<>();
        for (TimeSpan stretch : stretches) {
            played.add(ask(deadline, d -> {
                Instant wall = d.zone().wall(stretch.from()).toInstant(ZoneOffset.UTC);
                Duration ahead = Duration.between(stretch.from(), wall);
                return played(stretch, cameraTime, "dahua-playback", d.playbackUrl(channel(), stretch), ahead, clock);
            }));
        }
        try {
            return StretchedFootage.open(wire.world(), camera, played, deadline);
        } catch (RtspException e) {
            if (!mayDownload(e)) {
                throw e;
            }
        }
        List<StretchedFootage.Stretch> loaded = new ArrayList<>();
        for (TimeSpan piece : DavFootage.pieces(stretches)) {
            loaded.add(new StretchedFootage.Stretch(piece, runsOut(piece, cameraTime), d -> download(piece, clock)));
        }
        return StretchedFootage.open(wire.world(), camera, loaded, deadline);
    }

    /** Whether its files may still come where its stream does not; a login that was refused is not offered another way. */
    private static boolean mayDownload(RtspException e) {
        return switch (e.cause()) {
            case UNREACHABLE,
                    CONNECTION_REFUSED,
                    CLOSED,
                    PROTOCOL,
                    LOGIN_NEEDED,
                    NOT_FOUND,
                    SESSION_GONE,
                    REPLAY_UNSUPPORTED,
                    TRANSPORT,
                    REDIRECT,
                    RANGE,
                    NO_TRACK,
                    REJECTED -> true;
            case UNRESOLVED, TIMEOUT, FORBIDDEN_ADDRESS, TLS, PIN_CHANGED, LOGIN_REFUSED, BUSY -> false;
        };
    }

    private FootageSource download(TimeSpan piece, ClockReading clock) throws DriverException {
        Deadline patience = Deadline.in(wire.world(), DavFootage.PATIENCE);
        DahuaDevice d = device(patience);
        String url = (web().tls() ? "https://" : "http://") + web() + "/cgi-bin/loadfile.cgi";
        try {
            return DavFootage.load(
                    wire.world(),
                    camera,
                    url,
                    clock,
                    partial,
                    d.zone()::camera,
                    sink -> d.download(channel(), piece, sink, DavFootage.MOST_BYTES, patience));
        } catch (DahuaException e) {
            throw told(e);
        }
    }

    @Override
    public StorageFacts storage(Deadline deadline) throws DriverException {
        return ask(deadline, d -> {
            List<StorageFacts.Disk> disks = new ArrayList<>();
            for (Disk disk : d.storage()) {
                boolean healthy = !disk.error() && !disk.state().equalsIgnoreCase("Error");
                disks.add(new StorageFacts.Disk(
                        disk.name(), disk.state(), healthy, Math.max(0, disk.totalBytes()), disk.freeBytes()));
            }
            TimeSpan reach = reach(d);
            return new StorageFacts(disks, reach == null ? null : reach.from(), reach == null ? null : reach.to());
        });
    }

    /** From the oldest recording to the newest; null when the device does not tell, or recorded nothing for a week. */
    private TimeSpan reach(DahuaDevice d) throws DahuaException {
        try {
            return searchReach(d);
        } catch (DahuaException e) {
            if (e.loginRefused()) {
                throw e;
            }
            return null;
        }
    }

    /**
     * By halves over the days, as if recordings had no hole of a whole day: recorders write in a circle. A whole day without any
     * may be taken for the beginning.
     */
    private TimeSpan searchReach(DahuaDevice d) throws DahuaException {
        Instant now = wire.world().now();
        int searches = 1;
        List<TimeSpan> last = spans(d, new TimeSpan(daysBefore(now, 1), daysBefore(now, -1)));
        if (last.isEmpty()) {
            searches++;
            last = spans(d, new TimeSpan(daysBefore(now, 8), daysBefore(now, 1)));
        }
        if (last.isEmpty()) {
            return null;
        }
        Instant newest = last.get(last.size() - 1).to();
        Instant oldest = last.get(0).from();
        long there = Math.max(0, ChronoUnit.DAYS.between(oldest, now));
        long none = FARTHEST_DAYS;
        while (none - there > 1 && searches < SEARCHES) {
            long middle = (there + none) / 2;
            List<TimeSpan> day = spans(d, new TimeSpan(daysBefore(now, middle + 1), daysBefore(now, middle)));
            searches++;
            if (day.isEmpty()) {
                none = middle;
            } else {
                oldest = day.get(0).from();
                there = Math.max(middle, ChronoUnit.DAYS.between(oldest, now));
            }
        }
        return new TimeSpan(oldest, newest);
    }

    private static Instant daysBefore(Instant now, long days) {
        return now.minus(days, ChronoUnit.DAYS);
    }

    @Override
    public List<Account> accounts(Deadline deadline) throws DriverException {
        return ask(deadline, d -> {
            List<Account> all = new ArrayList<>();
            for (User user : d.users()) {
                all.add(new Account(user.name(), user.group()));
            }
            return all;
        });
    }

    private static DriverException told(DahuaException e) {
        boolean allowed = e.reason() != DahuaException.Cause.LOGIN_REFUSED || e.loginRefused();
        DriverException.Reason reason =
                switch (e.reason()) {
                    case UNREACHABLE ->
                        e.network() == NetException.Cause.PIN_CHANGED
                                ? DriverException.Reason.KEY_CHANGED
                                : DriverException.Reason.UNREACHABLE;
                    case TIMEOUT -> DriverException.Reason.UNREACHABLE;
                    case LOGIN_REFUSED -> allowed ? DriverException.Reason.REFUSED : DriverException.Reason.FAULT;
                    case LOGIN_NEEDED -> DriverException.Reason.REFUSED;
                    case NOT_DAHUA -> DriverException.Reason.STRANGER;
                    case UNSUPPORTED -> DriverException.Reason.UNSUPPORTED;
                    case BUSY -> DriverException.Reason.BUSY;
                    case FAULT, PROTOCOL, TOO_LARGE -> DriverException.Reason.FAULT;
                };
        String words = e.faultText().isEmpty() ? e.getMessage() : e.faultText();
        Message why = null;
        if (e.reason() == DahuaException.Cause.NOT_DAHUA) {
            why = CameraText.WHY_STRANGER.with();
        } else if (!allowed) {
            why = CameraText.WHY_NOT_ALLOWED.with(words);
        }
        return new DriverException(reason, words, e.loginRefused(), why, e);
    }
}
