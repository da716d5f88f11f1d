package vn.vigil.vendor.dahua;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern BUILT = Pattern.compile("(?i)build[^0-9]{0,12}([0-9]{4}-[0-9]{2}-[0-9]{2})");
    private static final int MAX_CHANNELS = 1024;

    private final World world;
    private final Endpoint endpoint;
    private final DahuaOptions options;
    private final Cgi cgi;
    private final Instant wallAtStart;
    private final long tickAtStart;
    private Dialect dialect;
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

    /** What was found out about the device's ways up to now; worth keeping when it differs from what was handed in. */
    public Dialect dialect() {
        return dialect;
    }

    /** Who it is. */
    public DahuaInformation device() throws DahuaException {
        DahuaException.Step step = DahuaException.Step.DEVICE;
        Deadline deadline = step();
        Answer system = askIfKnown(step, "magicBox.cgi?action=getSystemInfo", deadline);
        String type = system.get("deviceType");
        if (type.isEmpty() || type.matches("[0-9]+")) {
            // Older firmware gives a number there.
            String told = askIfKnown(step, "magicBox.cgi?action=getDeviceType", deadline)
                    .get("type");
            type = told.isEmpty() ? type : told;
        }
        String serial = system.get("serialNumber");
        if (serial.isEmpty()) {
            serial = askIfKnown(step, "magicBox.cgi?action=getSerialNo", deadline)
                    .get("sn");
        }
        if (type.isEmpty() && serial.isEmpty()) {
            throw DahuaException.of(step, DahuaException.Cause.NOT_DAHUA, "neither a type nor a serial number");
        }
        Answer software = askIfKnown(step, "magicBox.cgi?action=getSoftwareVersion", deadline);
        String version = software.get("version");
        int comma = version.indexOf(',');
        return new DahuaInformation(
                type,
                serial,
                comma < 0 ? version : version.substring(0, comma).strip(),
                built(software.text()),
                system.get("hardwareVersion"),
                system.get("processor"));
    }

    private static LocalDate built(String text) {
        Matcher found = BUILT.matcher(text);
        try {
            return found.find() ? LocalDate.parse(found.group(1)) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** An empty answer where the device does not know the question. */
    private Answer askIfKnown(DahuaException.Step step, String call, Deadline deadline) throws DahuaException {
        try {
            return cgi.ask(step, call, deadline);
        } catch (DahuaException e) {
            if (e.reason() != DahuaException.Cause.UNSUPPORTED && e.reason() != DahuaException.Cause.FAULT) {
                throw e;
            }
            return new Answer("", Map.of());
        }
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
            Answer ntp = cgi.ask(step, config("NTP"), deadline);
            Answer locales = askIfKnown(step, config("Locales"), deadline);
            zone = DahuaZone.read(ntp, locales);
            if (zone == null) {
                throw DahuaException.of(
                        step, DahuaException.Cause.UNSUPPORTED, "time zone " + ntp.number("table.NTP.TimeZone", -1));
            }
        }
        return zone;
    }

    private static String config(String name) {
        return "configManager.cgi?action=getConfig&name=" + name;
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
        Answer ntp = cgi.ask(DahuaException.Step.NTP, config("NTP"), step());
        return new NtpSettings(ntp.isTrue("table.NTP.Enable"), ntp.get("table.NTP.Address"));
    }

    /** The media it records on; empty when it has none. */
    public List<Disk> storage() throws DahuaException {
        DahuaException.Step step = DahuaException.Step.STORAGE;
        Answer answer = cgi.ask(step, "storageDevice.cgi?action=getDeviceAllInfo", step());
        List<Disk> disks = new ArrayList<>();
        List<String> entries = answer.entries("list.info");
        for (String disk : bounded(step, entries.isEmpty() ? answer.entries("list") : entries)) {
            long total = 0;
            long free = 0;
            boolean error = false;
            List<String> parts = answer.entries(disk + ".Detail");
            for (String part : parts) {
                long size = answer.bytes(part + ".TotalBytes");
                long used = answer.bytes(part + ".UsedBytes");
                total = total < 0 || size < 0 || total > Long.MAX_VALUE - size ? -1 : total + size;
                free = free < 0 || used < 0 || size < used || free > Long.MAX_VALUE - size ? -1 : free + size - used;
                error |= answer.isTrue(part + ".IsError");
            }
            disks.add(new Disk(
                    answer.get(disk + ".Name"),
                    answer.get(disk + ".State"),
                    error,
                    parts.isEmpty() ? -1 : total,
                    parts.isEmpty() ? -1 : free));
        }
        return disks;
    }

    /** Who may log in: names and groups. */
    public List<User> users() throws DahuaException {
        DahuaException.Step step = DahuaException.Step.USERS;
        Answer answer = cgi.ask(step, "userManager.cgi?action=getUserInfoAll", step());
        List<User> users = new ArrayList<>();
        for (String user : bounded(step, answer.entries("users"))) {
            users.add(new User(answer.get(user + ".Name"), answer.get(user + ".Group")));
        }
        return users;
    }

    /** The channels' titles, the first channel's first; their number is the device's number of channels. */
    public List<String> channels() throws DahuaException {
        DahuaException.Step step = DahuaException.Step.CHANNELS;
        Answer answer = cgi.ask(step, config("ChannelTitle"), step());
        List<String> titles = new ArrayList<>();
        for (String entry : bounded(step, answer.entries("table.ChannelTitle"))) {
            titles.add(answer.get(entry + ".Name"));
        }
        if (titles.size() > MAX_CHANNELS) {
            throw DahuaException.of(step, DahuaException.Cause.TOO_LARGE, "more than " + MAX_CHANNELS + " channels");
        }
        return titles;
    }

    private List<String> bounded(DahuaException.Step step, List<String> entries) throws DahuaException {
        if (entries.size() > options.maxItems()) {
            throw DahuaException.of(step, DahuaException.Cause.TOO_LARGE, "more than " + options.maxItems() + " entries");
        }
        return entries;
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
        DahuaException.Step step = DahuaException.Step.EVENTS;
        Answer answer;
        try {
            answer = cgi.ask(step, "eventManager.cgi?action=getEventIndexes&code=" + event.code, step());
        } catch (DahuaException e) {
            if (e.reason() == DahuaException.Cause.FAULT
                    && e.faultText().toLowerCase(Locale.ROOT).contains("no events")) {
                return List.of();
            }
            throw e;
        }
        List<Integer> channels = new ArrayList<>();
        for (String entry : bounded(step, answer.entries("channels"))) {
            int index = answer.number(entry, -1);
            if (index >= 0 && index < MAX_CHANNELS) {
                channels.add(index + 1);
            }
        }
        return channels;
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
        boolean nothing = search.search(channel, span, Dialect.Channels.FROM_ZERO).isEmpty()
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
     * Where a channel's main recording is played, in whole seconds around the span, without login. The device plays from its
     * first picture at or after the beginning at its own pace and is known not to stop at the end everywhere.
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
        if (!FileSearch.isPath(path)) {
            throw new IllegalArgumentException("no path of a recorded file");
        }
        return cgi.fetch(
                DahuaException.Step.DOWNLOAD, "/cgi-bin/RPC_Loadfile" + escape(path), sink, maxBytes, deadline);
    }

    /** Brackets and at signs stand in these names and are sent as they are. */
    private static String escape(String path) {
        StringBuilder out = new StringBuilder(path.length());
        for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= '0' && b <= '9'
                    || b >= 'A' && b <= 'Z'
                    || b >= 'a' && b <= 'z'
                    || b > ' ' && "/[]@-._~!$&'()*+,;=:".indexOf(b) >= 0;
            if (plain) {
                out.append((char) b);
            } else {
                out.append('%')
                        .append("0123456789ABCDEF".charAt(b >> 4 & 15))
                        .append("0123456789ABCDEF".charAt(b & 15));
            }
        }
        return out.toString();
    }

    private Deadline step() {
        return Deadline.in(world, options.stepDeadline());
    }
}
