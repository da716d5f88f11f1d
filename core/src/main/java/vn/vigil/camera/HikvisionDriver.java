package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vigil.base.Deadline;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.net.AddressRules;
import vn.vigil.net.Endpoint;
import vn.vigil.net.NetException;
import vn.vigil.rtsp.RtspException;
import vn.vigil.vendor.hikvision.Dialect;
import vn.vigil.vendor.hikvision.HikvisionClock;
import vn.vigil.vendor.hikvision.HikvisionDevice;
import vn.vigil.vendor.hikvision.HikvisionDeviceInfo;
import vn.vigil.vendor.hikvision.HikvisionDisk;
import vn.vigil.vendor.hikvision.HikvisionException;
import vn.vigil.vendor.hikvision.HikvisionOptions;
import vn.vigil.vendor.hikvision.HikvisionUser;
import vn.vigil.vendor.hikvision.Segment;
import vn.vigil.vendor.hikvision.TimeFamily;

/** Hikvision: ISAPI for clock, search and health, RTSP playback by its addresses. */
final class HikvisionDriver extends VendorDriver {
    private static final int MAIN = 1;
    private static final int SUB = 2;

    /** How many months the calendar is turned back for the oldest recording, and how many without any end the search. */
    private static final int MONTHS = 36;

    private static final int EMPTY_MONTHS = 6;

    /** A day on any zone's calendar lies within the UTC day widened by this. */
    private static final Duration WIDEST_ZONE = Duration.ofHours(14);

    private HikvisionDevice device;

    HikvisionDriver(Wire wire, Camera camera, int rtspPort) {
        super(wire, camera, rtspPort);
    }

    /** One question to the device. */
    private interface Question<T> {
        T put(HikvisionDevice device) throws HikvisionException;
    }

    private <T> T ask(Deadline deadline, Question<T> question) throws DriverException {
        try {
            return question.put(device(deadline));
        } catch (HikvisionException e) {
            throw told(e);
        }
    }

    private HikvisionDevice device(Deadline deadline) {
        if (device == null) {
            String known = camera.route().dialect();
            HikvisionOptions options = HikvisionOptions.STANDARD
                    .withRtspPort(streamPort())
                    .withDialect(known == null ? Dialect.UNKNOWN : Dialect.of(known));
            Endpoint web = web();
            device = HikvisionDevice.connect(
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

    private int track() {
        return HikvisionDevice.track(camera.route().channel(), MAIN);
    }

    @Override
    public String dialect() {
        return device == null || device.dialect().equals(Dialect.UNKNOWN)
                ? null
                : device.dialect().toText();
    }

    @Override
    ClockFacts measure(Deadline deadline) throws DriverException {
        return facts(ask(deadline, HikvisionDevice::clock), "");
    }

    private ClockFacts facts(HikvisionClock told, String family) {
        ClockReading reading = new ClockReading(
                told.offset(),
                told.error(),
                ClockReading.How.HIKVISION,
                wire.world().now().truncatedTo(ChronoUnit.MILLIS));
        return new ClockFacts(
                told.plausible() ? reading : null,
                !told.plausible(),
                told.wholeHoursSuspected(),
                told.timeZone(),
                told.timeMode(),
                told.ntpServers(),
                family);
    }

    @Override
    public ClockFacts clock(Deadline deadline) throws DriverException {
        return ask(deadline, d -> {
            HikvisionClock told = d.clock();
            return facts(told, family(d).name().toLowerCase(Locale.ROOT).replace('_', '-'));
        });
    }

    /** How recordings' times are meant, found out where it is not known; a recorder that will not say still tells its clock. */
    private TimeFamily family(HikvisionDevice d) throws HikvisionException {
        try {
            return known(d);
        } catch (HikvisionException e) {
            if (e.loginRefused()) {
                throw e;
            }
            return TimeFamily.UNKNOWN;
        }
    }

    private TimeFamily known(HikvisionDevice d) throws HikvisionException {
        TimeFamily times = d.dialect().times();
        return times == TimeFamily.UNKNOWN ? d.findTimeFamily(track()) : times;
    }

    @Override
    public Found find(Deadline deadline) throws DriverException {
        int channel = camera.route().channel();
        HikvisionDeviceInfo told = ask(deadline, HikvisionDevice::device);
        ClockAnswer clock = clockIfTold(deadline);
        return new Found(
                new DeviceFacts("Hikvision", empty(told.model()), empty(told.firmware()), empty(told.serial()), null),
                clock.reading(),
                device.liveUrl(channel, MAIN).toString(),
                device.liveUrl(channel, SUB).toString(),
                null,
                null,
                1);
    }

    @Override
    List<TimeSpan> recorded(TimeSpan cameraTime, Deadline deadline) throws DriverException {
        return ask(deadline, d -> spans(d, cameraTime));
    }

    private List<TimeSpan> spans(HikvisionDevice d, TimeSpan cameraTime) throws HikvisionException {
        known(d); // a search says so when even now it is not
        List<TimeSpan> spans = new ArrayList<>();
        for (Segment segment : d.search(track(), cameraTime)) {
            spans.add(segment.span());
        }
        return spans;
    }

    @Override
    public FootageSource replay(TimeSpan cameraTime, ClockReading clock, Deadline deadline)
            throws DriverException, RtspException {
        List<StretchedFootage.Stretch> all = new ArrayList<>();
        for (TimeSpan stretch : stretches(cameraTime, deadline)) {
            all.add(ask(
                    deadline,
                    d -> played(
                            stretch,
                            cameraTime,
                            "hikvision-playback",
                            d.playbackUrl(track(), stretch),
                            d.writtenAhead(stretch.from()),
                            clock)));
        }
        return StretchedFootage.open(wire.world(), camera, all, deadline);
    }

    @Override
    public StorageFacts storage(Deadline deadline) throws DriverException {
        return ask(deadline, d -> {
            List<StorageFacts.Disk> disks = new ArrayList<>();
            for (HikvisionDisk disk : d.storage()) {
                disks.add(new StorageFacts.Disk(
                        disk.name().isEmpty() ? disk.id() : disk.name(),
                        disk.status(),
                        disk.usable(),
                        disk.capacityMegabytes() << 20,
                        disk.freeMegabytes() << 20));
            }
            TimeSpan reach = reach(d);
            return new StorageFacts(disks, reach == null ? null : reach.from(), reach == null ? null : reach.to());
        });
    }

    /** From the oldest recording to the newest; null when the device does not tell. */
    private TimeSpan reach(HikvisionDevice d) throws HikvisionException {
        try {
            LocalDate[] days = days(d);
            if (days == null) {
                return null;
            }
            List<TimeSpan> first = spans(d, around(days[0]));
            List<TimeSpan> last = days[0].equals(days[1]) ? first : spans(d, around(days[1]));
            return first.isEmpty() || last.isEmpty()
                    ? null
                    : new TimeSpan(
                            first.get(0).from(), last.get(last.size() - 1).to());
        } catch (HikvisionException e) {
            if (e.loginRefused()) {
                throw e;
            }
            return null;
        }
    }

    /** The oldest and the newest day with a recording on the device's calendar, by turning it back; null without any. */
    private LocalDate[] days(HikvisionDevice d) throws HikvisionException {
        LocalDate oldest = null;
        LocalDate newest = null;
        // By tomorrow's date, whatever the device's zone.
        YearMonth month = YearMonth.from(wire.world()
                .now()
                .plus(1, ChronoUnit.DAYS)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate());
        int empty = 0;
        for (int i = 0; i < MONTHS && empty < (newest == null ? EMPTY_MONTHS : 1); i++) {
            List<LocalDate> days = d.recordedDays(track(), month.minusMonths(i));
            empty = days.isEmpty() ? empty + 1 : 0;
            if (!days.isEmpty()) {
                newest = newest == null ? days.get(days.size() - 1) : newest;
                oldest = days.get(0);
            }
        }
        return newest == null ? null : new LocalDate[] {oldest, newest};
    }

    private static TimeSpan around(LocalDate day) {
        Instant from = day.atStartOfDay().toInstant(ZoneOffset.UTC);
        return new TimeSpan(
                from.minus(WIDEST_ZONE), from.plus(1, ChronoUnit.DAYS).plus(WIDEST_ZONE));
    }

    @Override
    public List<Account> accounts(Deadline deadline) throws DriverException {
        return ask(deadline, d -> {
            List<Account> all = new ArrayList<>();
            for (HikvisionUser user : d.users()) {
                all.add(new Account(user.name(), user.level()));
            }
            return all;
        });
    }

    private static DriverException told(HikvisionException e) {
        DriverException.Reason reason =
                switch (e.reason()) {
                    case UNREACHABLE ->
                        e.network() == NetException.Cause.PIN_CHANGED
                                ? DriverException.Reason.KEY_CHANGED
                                : DriverException.Reason.UNREACHABLE;
                    case TIMEOUT -> DriverException.Reason.UNREACHABLE;
                    case LOGIN_NEEDED, LOGIN_REFUSED -> DriverException.Reason.REFUSED;
                    case NOT_ISAPI -> DriverException.Reason.STRANGER;
                    case UNSUPPORTED -> DriverException.Reason.UNSUPPORTED;
                    case BUSY -> DriverException.Reason.BUSY;
                    case DENIED, FAULT, PROTOCOL, TOO_LARGE, TIMES_UNKNOWN -> DriverException.Reason.FAULT;
                };
        String words = e.faultText().isEmpty() ? e.getMessage() : e.faultText();
        Message why =
                switch (e.reason()) {
                    case NOT_ISAPI -> CameraText.WHY_STRANGER.with();
                    case DENIED -> CameraText.WHY_NOT_ALLOWED.with(words);
                    case TIMES_UNKNOWN -> CameraText.TIMES_UNKNOWN.with();
                    default -> null;
                };
        return new DriverException(reason, words, e.loginRefused(), why, e);
    }
}
