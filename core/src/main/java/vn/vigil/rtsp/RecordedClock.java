package vn.vigil.rtsp;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.TimeSpan;

/**
 * Gives the units of a vendor's playback their recorded time. Whatever the device tells is believed only where it fits what was
 * asked for: sender reports tell the present on some devices, descriptions the whole recording, and RTP-Info nonsense
 * (retina#64), so that it is not looked at. For one thread.
 */
final class RecordedClock {
    /** How far before the beginning a device may start: at the key frame before it, or a piece of its own. */
    private static final Duration LEAD = Duration.ofMinutes(1);

    private static final Duration REPORT_APART = Duration.ofSeconds(30);

    /** A point where recorded time and media time are known to meet, in one track. */
    private record Anchor(Instant time, long mediaTime) {}

    private final TimeSpan span;
    private final Duration ahead;
    private final Instant described;
    private final Map<Integer, Anchor> anchors = new HashMap<>();
    private Instant start;
    private RecordedTime source;
    private Instant reached;

    /** @param describedRange the description's {@code a=range}, or empty */
    RecordedClock(PlayRequest.Recorded request, String describedRange) {
        this.span = request.span();
        this.ahead = request.writtenAhead();
        Instant told = clockStart(describedRange);
        this.described = told == null ? null : settled(told);
    }

    /**
     * PLAY was answered.
     *
     * @param range its Range header, or null
     * @throws RtspException RANGE when the device plays another time than the one asked for
     */
    void playing(String range) throws RtspException {
        Instant told = clockStart(range == null ? "" : range);
        if (told != null) {
            start = settled(told);
            source = RecordedTime.PLAY_RANGE;
            if (start == null) {
                throw new RtspException(
                        RtspException.Cause.RANGE,
                        RtspException.Step.PLAY,
                        "the device plays from " + told + " by its own writing, which is not what was asked for");
            }
        } else if (described != null) {
            start = described.plusMillis(nptMillis(range));
            source = RecordedTime.DESCRIBED_RANGE;
        } else {
            start = span.from();
            source = RecordedTime.ASKED;
        }
    }

    /** What the device wrote as the recorder's clock; null when it is no beginning of the span asked for, in either writing. */
    private Instant settled(Instant told) {
        Instant usual = told.minus(ahead);
        if (!usual.isBefore(span.from().minus(LEAD)) && usual.isBefore(span.to())) {
            return usual;
        }
        return apart(told, span.from()).compareTo(LEAD) <= 0 ? told : null;
    }

    /**
     * The unit with its recorded time.
     *
     * @param clockRate of its track
     * @param marked whether its own time comes from the replay extension, not from a sender report
     * @param watched whether the stream's progress is judged by this track
     */
    AccessUnit stamp(AccessUnit unit, int clockRate, boolean marked, boolean watched) {
        Anchor anchor = anchors.computeIfAbsent(unit.track(), t -> new Anchor(start, unit.time()));
        Instant time = after(anchor, unit.time(), clockRate);
        Instant told = unit.cameraTime();
        if (marked && told != null && settled(told) != null) {
            time = settled(told);
            source = RecordedTime.EXTENSION;
        } else if (told != null && (source == RecordedTime.ASKED || source == RecordedTime.SENDER_REPORT)) {
            Instant reported = near(told, time);
            if (reported != null) {
                time = reported;
                source = RecordedTime.SENDER_REPORT;
                anchors.put(unit.track(), new Anchor(time, unit.time()));
            }
        }
        if (watched && (reached == null || time.isAfter(reached))) {
            reached = time;
        }
        return new AccessUnit(
                unit.track(), unit.data(), unit.keyFrame(), unit.time(), time, unit.arrivedNanos(), unit.afterLoss());
    }

    /**
     * A reported time in the recorder's clock, where it can be the recorded one. A report that tells the present lies behind the
     * end of what was recorded, so half the span tells the two apart.
     */
    private Instant near(Instant told, Instant expected) {
        Duration half = span.length().dividedBy(2);
        Duration limit = half.compareTo(REPORT_APART) < 0 ? half : REPORT_APART;
        Instant usual = told.minus(ahead);
        if (apart(usual, expected).compareTo(limit) <= 0) {
            return usual;
        }
        return apart(told, expected).compareTo(limit) <= 0 ? told : null;
    }

    private static Duration apart(Instant a, Instant b) {
        return Duration.between(a, b).abs();
    }

    private static Instant after(Anchor anchor, long mediaTime, int clockRate) {
        long ticks = mediaTime - anchor.mediaTime();
        return anchor.time()
                .plusSeconds(Math.floorDiv(ticks, clockRate))
                .plusNanos(Math.floorMod(ticks, (long) clockRate) * 1_000_000_000L / clockRate);
    }

    /** The latest recorded time handed out of a watched track, or null. */
    Instant reached() {
        return reached;
    }

    /** What the times rest on; null before PLAY was answered. */
    RecordedTime source() {
        return source;
    }

    /** The beginning of {@code clock=20210818T151815Z-…} (RFC 2326 §3.7), leniently; null when it is none. */
    static Instant clockStart(String range) {
        String s = range.strip().toLowerCase(Locale.ROOT);
        if (!s.startsWith("clock=") || s.length() < 21 || s.charAt(14) != 't') {
            return null;
        }
        int date = Numbers.parse(s.substring(6, 14), 99_991_231);
        int time = Numbers.parse(s.substring(15, 21), 235_960);
        int end = 22;
        while (end < s.length() && end < 31 && s.charAt(end) >= '0' && s.charAt(end) <= '9') {
            end++;
        }
        boolean fraction = s.length() > 22 && s.charAt(21) == '.';
        int nanos = fraction ? Numbers.parse((s.substring(22, end) + "000000000").substring(0, 9), 999_999_999) : 0;
        try {
            return date < 0 || time < 0 || nanos < 0
                    ? null
                    : LocalDateTime.of(
                                    date / 10_000,
                                    date / 100 % 100,
                                    date % 100,
                                    time / 10_000,
                                    time / 100 % 100,
                                    Math.min(59, time % 100),
                                    nanos)
                            .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The beginning of {@code npt=1.5-} in whole milliseconds; 0 when it is none. */
    private static long nptMillis(String range) {
        String s = range == null ? "" : range.strip().toLowerCase(Locale.ROOT);
        if (!s.startsWith("npt=")) {
            return 0;
        }
        int whole = Numbers.leading(s.substring(4), 86_400 * 7);
        int point = s.indexOf('.');
        int dash = s.indexOf('-');
        String after =
                point > 0 && (dash < 0 || point < dash) ? s.substring(point + 1, dash < 0 ? s.length() : dash) : "";
        int millis = Numbers.leading((after + "000").substring(0, 3), 999);
        return whole < 0 ? 0 : whole * 1000L + Math.max(0, millis);
    }
}
