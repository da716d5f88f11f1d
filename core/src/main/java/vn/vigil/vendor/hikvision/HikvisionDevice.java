package vn.vigil.vendor.hikvision;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Http;
import vn.vigil.net.Login;
import vn.vigil.net.TlsTrust;
import vn.vigil.vendor.hikvision.Dialect.DownloadForm;
import vn.vigil.vendor.hikvision.Dialect.SearchForm;
import vn.vigil.vendor.hikvision.HikvisionException.Cause;
import vn.vigil.xml.Xml;

/**
 * A conversation with one Hikvision camera or recorder by ISAPI. Nothing stays open between questions, so there is nothing to
 * close; nothing is sent before the first. Each question has a deadline of its own. For one thread, and one download at a time:
 * devices serve no second.
 *
 * <p><b>Camera time</b> is what the device's clock takes for the present, as an instant: its local time less its zone's offset.
 * Site time is camera time less the {@linkplain HikvisionClock#offset() offset}. All spans here are camera time; how the device
 * writes them ({@link TimeFamily}) is put in and taken out here and nowhere else.
 *
 * <p>Stills are not asked for: {@code /Streaming/channels/101/picture?playbackTime=…} answers 200 with the <em>live</em> picture
 * for any past time, so no picture of the past can be had that way.
 */
public final class HikvisionDevice {
    private final World world;
    private final Endpoint endpoint;
    private final HikvisionOptions options;
    private final IsapiChannel channel;
    private final Questions questions;
    private final ClockQuestion clockQuestion;
    private final SegmentSearch search;
    private Dialect dialect;
    private Deadline whole;
    private ZoneRules zone;

    private HikvisionDevice(World world, Endpoint endpoint, HikvisionOptions options, Http http) {
        this.world = world;
        this.endpoint = endpoint;
        this.options = options;
        this.dialect = options.dialect();
        this.channel = new IsapiChannel(http, options);
        this.questions = new Questions(channel);
        this.clockQuestion = new ClockQuestion(world, channel);
        this.search = new SegmentSearch(world, channel);
    }

    /**
     * Prepares a conversation; sends nothing.
     *
     * @param endpoint where its HTTP answers; the one place that is ever contacted, whatever addresses the device gives
     * @param rules must allow the endpoint's host
     * @param trust whom to believe when the endpoint is TLS
     * @param login offered at most once and only when the device asks; or null
     */
    public static HikvisionDevice connect(
            World world, Endpoint endpoint, AddressRules rules, TlsTrust trust, Login login, HikvisionOptions options) {
        Http http = new Http(world, endpoint, rules, trust, login, options.allowBasic() || endpoint.tls());
        return new HikvisionDevice(world, endpoint, options, http);
    }

    /** The number of a recording track or stream: channel 1 main is 101, its sub stream 102; channel 8 of a recorder 801. */
    public static int track(int channel, int stream) {
        if (channel < 1 || channel > 9999 || stream < 1 || stream > 99) {
            throw new IllegalArgumentException("channel " + channel + ", stream " + stream);
        }
        return channel * 100 + stream;
    }

    /** No question goes on beyond this moment, until another one is set; each keeps its own limit besides. */
    public void until(Deadline deadline) {
        whole = deadline;
    }

    /** What was found out about the device so far; keep it, and hand it back in the options. */
    public Dialect dialect() {
        return dialect;
    }

    /** Who made it and what it is. */
    public HikvisionDeviceInfo device() throws HikvisionException {
        return questions.device(step());
    }

    /** Its clock, measured with as many samples as the options say, and what sets it. */
    public HikvisionClock clock() throws HikvisionException {
        return clock(options.clockSamples(), true);
    }

    private HikvisionClock clock(int samples, boolean withServers) throws HikvisionException {
        HikvisionClock clock = clockQuestion.ask(samples, options.clockSpacing(), withServers, step());
        zone = clock.zone();
        return clock;
    }

    /** Its disks and network stores. */
    public List<HikvisionDisk> storage() throws HikvisionException {
        return questions.storage(step());
    }

    /** A recorder's cameras; empty for a camera. */
    public List<HikvisionChannel> channels() throws HikvisionException {
        return questions.channels(step());
    }

    /** Its accounts; devices show all of them to administrators only. */
    public List<HikvisionUser> users() throws HikvisionException {
        return questions.users(step());
    }

    /** Whether services are on that an audit wants off; those that the device will not tell of are left out. */
    public Map<NetworkService, Boolean> services() throws HikvisionException {
        return questions.services(step());
    }

    /** The days of a month, on the device's own calendar, on which a track holds anything, in order. */
    public List<LocalDate> recordedDays(int track, YearMonth month) throws HikvisionException {
        return questions.recordedDays(track, month, step());
    }

    /**
     * Finds out what the device means by the times of its recordings, from what it recorded during the last minutes, and keeps
     * it in the {@link #dialect()}.
     *
     * @return UNKNOWN when it is recording nothing now: then only a person can tell
     */
    public TimeFamily findTimeFamily(int track) throws HikvisionException {
        HikvisionClock clock = clock(1, false);
        Deadline deadline = step();
        TimeFamily found = FamilyProbe.find(clock, (from, to) -> hits(track, from, to, deadline));
        dialect = dialect.with(found);
        return found;
    }

    private List<SegmentSearch.Hit> hits(int track, Instant from, Instant to, Deadline deadline)
            throws HikvisionException {
        SegmentSearch.Found found = search.search(dialect.search(), track, from, to, deadline);
        if (found.form() != SearchForm.UNKNOWN) {
            dialect = dialect.with(found.form());
        }
        return found.hits();
    }

    /**
     * What a track holds of a span, in order; at most 10,000 segments, each as long as it is.
     *
     * @param span camera time
     * @throws HikvisionException TIMES_UNKNOWN before {@link #findTimeFamily} or a {@link Dialect} told what to ask for;
     *     PROTOCOL for a device that promises more matches and does not give them: nothing is returned by halves
     */
    public List<Segment> search(int track, TimeSpan span) throws HikvisionException {
        Instant from = written(span.from());
        Instant to = IsapiTime.up(written(span.to()));
        List<Segment> segments = new ArrayList<>();
        for (SegmentSearch.Hit hit : hits(track, from, to, step())) {
            segments.add(segment(track, hit));
        }
        return segments;
    }

    private Segment segment(int track, SegmentSearch.Hit hit) {
        ZoneRules rules = zone == null ? ZoneOffset.UTC.getRules() : zone; // needed, and known, for local time only
        CameraUrl usable = PlaybackUri.read(hit.uri(), endpoint, options.rtspPort());
        Instant from = dialect.times().read(hit.from(), rules);
        Instant to = dialect.times().read(hit.to(), rules);
        String size = PlaybackUri.parameter(hit.uri(), "size");
        return new Segment(
                track,
                new TimeSpan(from, to.isAfter(from) ? to : from.plusSeconds(1)),
                hit.written(),
                usable == null ? playback(track, hit.from(), hit.to()) : usable,
                usable == null ? "" : hit.uri(),
                usable == null ? "" : PlaybackUri.parameter(hit.uri(), "name"),
                usable != null && size.matches("[0-9]{1,18}") ? Long.parseLong(size) : 0,
                hit.codec(),
                hit.locked());
    }

    /**
     * Where a span is played by RTSP, with {@code PlayRequest.recorded(span, writtenAhead(span.from()))}. Ask for one segment's
     * time, or a part of it.
     *
     * @param span camera time
     * @throws HikvisionException TIMES_UNKNOWN as {@link #search}
     */
    public CameraUrl playbackUrl(int track, TimeSpan span) throws HikvisionException {
        return playback(track, written(span.from()), IsapiTime.up(written(span.to())));
    }

    private CameraUrl playback(int track, Instant from, Instant to) {
        return PlaybackUri.of(
                endpoint,
                options.rtspPort(),
                "/Streaming/tracks/" + track + "/?starttime=" + IsapiTime.playback(from) + "&endtime="
                        + IsapiTime.playback(to));
    }

    /** Where a channel's live picture is; stream 1 is the main one. */
    public CameraUrl liveUrl(int channel, int stream) {
        return PlaybackUri.of(endpoint, options.rtspPort(), "/Streaming/Channels/" + track(channel, stream));
    }

    /** How far the times that the device writes for its recordings run ahead of camera time at that instant. */
    public Duration writtenAhead(Instant cameraTime) throws HikvisionException {
        return Duration.between(cameraTime, written(cameraTime));
    }

    private Instant written(Instant cameraTime) throws HikvisionException {
        if (dialect.times() == TimeFamily.UNKNOWN) {
            throw HikvisionException.of(
                    Cause.TIMES_UNKNOWN, "whether recordings are written in UTC or in local time is not known yet");
        }
        if (dialect.times() == TimeFamily.LOCAL_AS_UTC && zone == null) {
            clock(1, false);
        }
        return dialect.times().written(cameraTime, zone);
    }

    /**
     * Fetches a segment's file, whole, whatever part of it was asked for: as a rule MPEG-PS behind 40 bytes beginning with {@code
     * IMKH}. By GET with a body first, and by POST from devices that refuse that.
     *
     * @param sink gets the bytes as they come; what it got is worth nothing when this throws
     * @param maxBytes most bytes to take; the segment's own size is no promise
     * @return how many bytes it was
     * @throws HikvisionException BUSY when a download runs already, or the device will serve none before it is restarted
     * @throws IOException what the sink throws
     */
    public long download(Segment segment, Http.Sink sink, long maxBytes, Deadline deadline)
            throws HikvisionException, IOException {
        if (segment.original().isEmpty()) {
            throw HikvisionException.of(Cause.PROTOCOL, "the device gave no usable address for this segment");
        }
        String body = "<downloadRequest version=\"1.0\"><playbackURI>" + escape(segment.original())
                + "</playbackURI></downloadRequest>";
        if (dialect.download() != DownloadForm.POST) {
            try {
                return download(DownloadForm.GET, body, sink, maxBytes, deadline);
            } catch (HikvisionException e) {
                if (e.reason() != Cause.FAULT && e.reason() != Cause.UNSUPPORTED
                        || dialect.download() == DownloadForm.GET) {
                    throw e;
                }
            }
        }
        return download(DownloadForm.POST, body, sink, maxBytes, deadline);
    }

    private long download(DownloadForm form, String body, Http.Sink sink, long maxBytes, Deadline deadline)
            throws HikvisionException, IOException {
        long bytes = channel.download(form.name(), "/ISAPI/ContentMgmt/download", body, sink, maxBytes, deadline);
        dialect = dialect.with(form);
        return bytes;
    }

    /** A text from the device on its way back to it, as XML. */
    private static String escape(String text) {
        return Xml.cut(text, 1024).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private Deadline step() {
        return whole == null ? Deadline.in(world, options.stepDeadline()) : whole.within(options.stepDeadline());
    }
}
