package vn.vigil.vendor.hikvision;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.vendor.hikvision.HikvisionException.Cause;
import vn.vigil.xml.Xml;

/** Asks a device for its clock. For one thread. */
final class ClockQuestion {
    private static final Duration ABSURD = Duration.ofDays(1);
    private static final long QUARTER = Duration.ofMinutes(15).toNanos();
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;
    private static final int MOST_SERVERS = 16;

    /** One answer, and when it was asked and here on our own clock. */
    record Sample(Instant asked, Instant here, Instant told) {}

    /** What every offset lies in that all answers allow, in nanoseconds. */
    record Bounds(long low, long high) {}

    /** One answer as it was read. */
    private record Told(LocalDateTime local, ZoneRules zone, String mode, String zoneText) {
        Instant time() {
            return local.toInstant(zone.getOffset(local));
        }
    }

    private final World world;
    private final IsapiChannel channel;
    private final Instant wallAtStart;
    private final long tickAtStart;

    ClockQuestion(World world, IsapiChannel channel) {
        this.world = world;
        this.channel = channel;
        this.wallAtStart = world.now();
        this.tickAtStart = world.nanos();
    }

    /** Our own clock, carried on by the ticker: a jump of the wall clock in mid-conversation changes nothing. */
    private Instant now() {
        return wallAtStart.plusNanos(world.nanos() - tickAtStart);
    }

    /** @param withServers whether to ask who sets it, too */
    HikvisionClock ask(int times, Duration spacing, boolean withServers, Deadline deadline) throws HikvisionException {
        List<Sample> samples = new ArrayList<>();
        Told told = null;
        for (int i = 0; i < times; i++) {
            if (i > 0) {
                world.sleep(spacing);
            }
            Instant asked = now();
            told = read(channel.get("/ISAPI/System/time", deadline));
            samples.add(new Sample(asked, now(), told.time()));
        }
        Bounds bounds = fold(samples);
        long error = ((bounds.high() - bounds.low()) / 2 / MILLI + 1) * MILLI;
        long offset = Math.floorDiv(bounds.low() + (bounds.high() - bounds.low()) / 2, MILLI) * MILLI;
        return new HikvisionClock(
                told.local(),
                told.time(),
                Duration.ofNanos(offset),
                Duration.ofNanos(error),
                samples.size(),
                Math.abs(offset) <= ABSURD.toNanos(),
                quarterHours(offset, error),
                told.mode(),
                told.zoneText(),
                told.zone(),
                withServers ? servers(deadline) : List.of());
    }

    private static Told read(Xml answer) throws HikvisionException {
        IsapiTime.Written written = IsapiTime.parse(answer.word("localTime"));
        if (written == null) {
            throw HikvisionException.of(Cause.PROTOCOL, "a clock without a time that exists");
        }
        String text = answer.word("timeZone");
        ZoneRules zone = PosixZone.parse(text);
        // An offset that is written counts for itself; a mere Z does not, when the zone says otherwise: some write it
        // always.
        boolean merelyZ = zone != null && ZoneOffset.UTC.equals(written.offset());
        if (written.offset() != null && !merelyZ) {
            boolean agrees = zone != null && zone.isValidOffset(written.local(), written.offset());
            zone = agrees ? zone : ZoneRules.of(written.offset());
        }
        if (zone == null) {
            throw HikvisionException.of(Cause.PROTOCOL, "a clock without a zone");
        }
        return new Told(written.local(), zone, answer.word("timeMode"), text);
    }

    /**
     * An answer "second T", asked at a and here at b, allows every offset between T − b and T + 1 s − a.
     *
     * @param samples at least one, in order
     */
    static Bounds fold(List<Sample> samples) throws HikvisionException {
        long low = Long.MIN_VALUE;
        long high = Long.MAX_VALUE;
        Sample quickest = samples.get(0);
        for (Sample s : samples) {
            if (Math.abs(Duration.between(s.here(), s.told()).toDays()) > 200 * 366L) {
                throw HikvisionException.of(Cause.PROTOCOL, "a clock more than two centuries off");
            }
            low = Math.max(low, low(s));
            high = Math.min(high, high(s));
            boolean quicker =
                    Duration.between(s.asked(), s.here()).compareTo(Duration.between(quickest.asked(), quickest.here()))
                            < 0;
            quickest = quicker ? s : quickest;
        }
        // Contradicting answers: the clock was set meanwhile, or does not tick evenly.
        return low > high ? new Bounds(low(quickest), high(quickest)) : new Bounds(low, high);
    }

    private static long low(Sample s) {
        return Duration.between(s.here(), s.told()).toNanos();
    }

    private static long high(Sample s) {
        return Duration.between(s.asked(), s.told()).toNanos() + SECOND;
    }

    /** A device that was set by hand is seldom better than a few seconds. */
    private static boolean quarterHours(long offset, long error) {
        long quarters = Math.round((double) offset / QUARTER);
        return quarters != 0
                && Math.abs(quarters) <= 14 * 4
                && Math.abs(offset - quarters * QUARTER) <= error + 5 * SECOND;
    }

    private List<String> servers(Deadline deadline) throws HikvisionException {
        List<String> found = new ArrayList<>();
        try {
            Xml list = channel.get("/ISAPI/System/time/ntpServers", deadline);
            for (Xml server : list.all("NTPServer")) {
                String name = server.word("hostName");
                String address = name.isEmpty() ? server.word("ipAddress") : name;
                address = address.isEmpty() ? server.word("ipv6Address") : address;
                if (!address.isEmpty() && found.size() < MOST_SERVERS) {
                    found.add(address);
                }
            }
        } catch (HikvisionException e) {
            if (!Questions.isAnswer(e)) {
                throw e;
            }
        }
        return List.copyOf(found);
    }
}
