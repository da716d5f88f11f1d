package vn.vigil.vendor.dahua;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Http;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;
import vn.vigil.net.TlsTrust;

/**
 * A conversation with one Dahua camera or recorder. Nothing stays open between calls, so there is nothing to close. Each
 * method is one step with a deadline of its own; its failure names the step.
 *
 * <p>All times in and out are <em>camera time</em>: instants of the device's own UTC clock. The device itself writes wall
 * times without a zone; they become camera time by {@link #zone()} and say nothing about true time, from which the device's
 * clock is {@link ClockReading#offset()} away.
 *
 * <p>Channels are counted from 1, as in the device's own menus and stream addresses. For one thread.
 */
public final class DahuaDevice {
    static final int MAX_CHANNELS = 1024;

    private final World world;
    private final Endpoint endpoint;
    private final DahuaOptions options;
    private final Cgi cgi;
    private final Instant wallAtStart;
    private final long tickAtStart;
    private Dialect dialect;
    private Deadline whole;
    private DahuaZone zone;

    private DahuaDevice(World world, Endpoint endpoint, DahuaOptions options, Cgi cgi) {
        this.world = world;
        this.endpoint = endpoint;
        this.options = options;
        this.cgi = cgi;
        this.wallAtStart = world.now();
        this.tickAtStart = world.nanos();
        this.dialect = options.dialect();
        this.zone = options.zone();
    }

    /**
     * Prepares a conversation; nothing is sent before the first question.
     *
     * @param endpoint where the device's HTTP answers; the one place that is ever contacted
     * @param rules must allow the endpoint's host
     * @param trust whom to believe when the endpoint is TLS
     * @param login offered at most once; or null
     */
    public static DahuaDevice connect(
            World world, Endpoint endpoint, AddressRules rules, TlsTrust trust, Login login, DahuaOptions options) {
        Http http = new Http(world, endpoint, rules, trust, login, options.allowBasic() || endpoint.tls());
        return new DahuaDevice(world, endpoint, options, new Cgi(http, options));
    }

    /** No step goes on beyond this moment, until another one is set; each keeps its own limit besides. */
    public void until(Deadline deadline) {
        whole = deadline;
    }

    /** What was found out about the device's ways up to now; worth keeping when it differs from what was handed in. */
    public Dialect dialect() {
        return dialect;
    }

    /** Who it is. */
    public DahuaInformation device() throws DahuaException {
        return new Facts(cgi, options, step()).device();
    }

    /**
     * The zone of the device's wall clock, by its settings; asked once and kept.
     *
     * @throws DahuaException UNSUPPORTED when it tells a zone that is not known: {@link DahuaOptions#withZone} helps
     */
    public DahuaZone zone() throws DahuaException {
        if (zone == null) {
            DahuaException.Step step = DahuaException.Step.ZONE;
            Deadline deadline = step();
            Answer ntp = cgi.ask(step, Facts.config("NTP"), deadline);
            Answer locales = new Facts(cgi, options, deadline).askIfKnown(step, Facts.config("Locales"));
            zone = DahuaZone.read(ntp, locales);
            if (zone == null) {
                throw DahuaException.of(
                        step, DahuaException.Cause.UNSUPPORTED, "time zone " + ntp.number("table.NTP.TimeZone", -1));
            }
        }
        return zone;
    }

    /** How the device's clock stands against ours: several questions, measured on the monotonic clock. */
    public ClockReading clock() throws DahuaException {
        DahuaZone read = zone(); // logs in on the way, so that no round trip below is a double one
        Deadline deadline = step();
        List<ClockReading.Sample> samples = new ArrayList<>();
        for (int i = 0; i < options.clockSamples(); i++) {
            if (i > 0) {
                world.sleep(options.clockSpacing());
            }
            Instant asked = now();
            Answer answer = cgi.ask(DahuaException.Step.CLOCK, "global.cgi?action=getCurrentTime", deadline);
            samples.add(new ClockReading.Sample(asked, now(), LocalTime.parse(answer.get("result"))));
        }
        return ClockReading.fold(samples, read);
    }

    /** Our own clock, carried on by the ticker: a jump of the wall clock in mid-conversation changes nothing. */
    private Instant now() {
        return wallAtStart.plusNanos(world.nanos() - tickAtStart);
    }

    /** How the device sets its clock. */
    public NtpSettings ntp() throws DahuaException {
        Answer ntp = cgi.ask(DahuaException.Step.NTP, Facts.config("NTP"), step());
        return new NtpSettings(ntp.isTrue("table.NTP.Enable"), ntp.get("table.NTP.Address"));
    }

    /** The media it records on; empty when it has none. */
    public List<Disk> storage() throws DahuaException {
        return new Facts(cgi, options, step()).storage();
    }

    /** Who may log in: names and groups. */
    public List<User> users() throws DahuaException {
        return new Facts(cgi, options, step()).users();
    }

    /** The channels' titles, the first channel's first; their number is the device's number of channels. */
    public List<String> channels() throws DahuaException {
        return new Facts(cgi, options, step()).channels();
    }

    /** What a device notices about its own pictures. */
    public enum Event {
        VIDEO_LOSS("VideoLoss"),
        VIDEO_BLIND("VideoBlind");

        private final String code;

        Event(String code) {
            this.code = code;
        }
    }

    /** On which channels something is the case now; counted from 1. */
    public List<Integer> eventIndexes(Event event) throws DahuaException {
        return new Facts(cgi, options, step()).events(event.code);
    }

    /**
     * What a channel recorded within a span, in order of time: whole files, which reach beyond the span.
     *
     * <p>Whether the device counts channels from 0 or from 1 is found out at the first search and kept in {@link #dialect()}.
     * Where nothing recorded within the last month before the span's end tells, and both readings would differ, the search
     * fails rather than show another camera's footage.
     *
     * @param span camera time
     * @return empty when nothing is recorded
     * @throws DahuaException PROTOCOL also when it cannot be told how channels are counted
     */
    public List<Segment> search(int channel, TimeSpan span) throws DahuaException {
        requireChannel(channel);
        FileSearch search = new FileSearch(world, cgi, options, zone(), step());
        if (dialect.search() == Dialect.Channels.UNKNOWN) {
            dialect = new Dialect(search.count(channelCount(), span));
        }
        if (dialect.search() != Dialect.Channels.UNKNOWN) {
            return search.search(channel, span, dialect.search());
        }
        boolean nothing = search.search(channel, span, Dialect.Channels.FROM_ZERO)
                        .isEmpty()
                && search.search(channel, span, Dialect.Channels.FROM_ONE).isEmpty();
        if (!nothing) {
            throw DahuaException.of(
                    DahuaException.Step.SEARCH,
                    DahuaException.Cause.PROTOCOL,
                    "files, but no telling whether channels are counted from 0 or from 1");
        }
        return List.of();
    }

    private int channelCount() throws DahuaException {
        try {
            return channels().size();
        } catch (DahuaException e) {
            if (e.reason() == DahuaException.Cause.UNSUPPORTED || e.reason() == DahuaException.Cause.FAULT) {
                return 0;
            }
            throw e;
        }
    }

    private static void requireChannel(int channel) {
        if (channel < 1 || channel > MAX_CHANNELS) {
            throw new IllegalArgumentException("channels are counted from 1");
        }
    }

    /**
     * Where a channel is watched, without login.
     *
     * @param subtype 0 main stream, 1 and up: sub streams
     */
    public CameraUrl liveUrl(int channel, int subtype) {
        requireChannel(channel);
        return stream("/cam/realmonitor?channel=" + channel + "&subtype=" + subtype);
    }

    /**
     * Where a channel's main recording is played, in whole seconds around the span, without login. The device plays at its
     * own pace, and whoever receives must cut by a clock of his own: not every device stops at the end.
     *
     * @param span camera time
     */
    public CameraUrl playbackUrl(int channel, TimeSpan span) throws DahuaException {
        requireChannel(channel);
        return stream("/cam/playback?channel=" + channel + "&subtype=0&starttime="
                + LocalTime.STREAM.format(zone().wall(LocalTime.floor(span.from()))) + "&endtime="
                + LocalTime.STREAM.format(zone().wall(LocalTime.ceiling(span.to()))));
    }

    private CameraUrl stream(String target) {
        try {
            return CameraUrl.parse("rtsp://device" + target, "rtsp").withHost(endpoint.host(), options.rtspPort());
        } catch (NetException e) {
            throw new IllegalStateException("an address of our own making", e);
        }
    }

    /**
     * Downloads a channel's main recording over a span, as a DHAV file ({@code vn.vigil.media.DavReader}).
     *
     * @param span camera time; whole seconds around it come
     * @param sink takes the bytes as they arrive; on failure it has taken a part
     * @param maxBytes most bytes to take
     * @param deadline for all of it
     * @return how many bytes came; 0 or FAULT when nothing is recorded
     * @throws IOException what the sink throws
     */
    public long download(int channel, TimeSpan span, Http.Sink sink, long maxBytes, Deadline deadline)
            throws DahuaException, IOException {
        requireChannel(channel);
        String target = "/cgi-bin/loadfile.cgi?action=startLoad&channel=" + channel
                + "&startTime=" + LocalTime.QUERY.format(zone().wall(LocalTime.floor(span.from())))
                + "&endTime=" + LocalTime.QUERY.format(zone().wall(LocalTime.ceiling(span.to())))
                + "&subtype=0";
        return cgi.fetch(DahuaException.Step.DOWNLOAD, target, sink, maxBytes, deadline);
    }

    /**
     * Downloads one file as it is. Some devices stall in the middle: the deadline is the caller's guard.
     *
     * @param path a {@link Segment#path()}
     * @throws IllegalArgumentException when it is no such path
     */
    public long downloadFile(String path, Http.Sink sink, long maxBytes, Deadline deadline)
            throws DahuaException, IOException {
        if (!FilePath.isSound(path)) {
            throw new IllegalArgumentException("no path of a recorded file");
        }
        return cgi.fetch(
                DahuaException.Step.DOWNLOAD,
                "/cgi-bin/RPC_Loadfile" + FilePath.escape(path),
                sink,
                maxBytes,
                deadline);
    }

    private Deadline step() {
        return whole == null ? Deadline.in(world, options.stepDeadline()) : whole.within(options.stepDeadline());
    }
}
