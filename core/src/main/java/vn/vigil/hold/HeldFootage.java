package vn.vigil.hold;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.TrackFormat;
import vn.vigil.camera.ClockReading;
import vn.vigil.camera.DeviceFacts;
import vn.vigil.camera.FootageSource;
import vn.vigil.camera.SourceFacts;
import vn.vigil.camera.TimeBasis;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.media.SegmentReader;

/** A part of held footage, from the key frame at or before its start on, read from clips that lie decrypted. One thread. */
final class HeldFootage implements FootageSource {
    private static final int RATE = 90_000;

    /** Sheets tell whole milliseconds. */
    private static final Duration ROUNDING = Duration.ofMillis(2);

    /**
     * One clip of a hold, decrypted.
     *
     * @param sound the file with its sound; null when it has none of its own
     */
    record Piece(HeldClip clip, Path file, Path sound) {}

    private record Item(AccessUnit unit, List<TrackFormat> tracks) {}

    private final List<Piece> pieces;
    private final TimeSpan asked;
    private final Instant zero;
    private final Deque<Item> ready = new ArrayDeque<>();
    private int opened;
    private SegmentReader reader;
    private Instant first;
    private long firstTicks;
    private Instant last;
    private Instant floor;
    private List<TrackFormat> tracks;

    /** @param asked camera time */
    HeldFootage(List<Piece> pieces, TimeSpan asked) {
        this.pieces = pieces;
        this.asked = asked;
        this.zero = begins(pieces.get(0));
        boolean reached = false;
        while (!reached) {
            Item item = read();
            if (item == null) {
                break;
            }
            AccessUnit unit = item.unit();
            if (unit.track() == 0 && unit.keyFrame() && !unit.cameraTime().isAfter(asked.from())) {
                ready.clear();
            }
            ready.add(item);
            reached = unit.track() == 0 && !unit.cameraTime().isBefore(asked.from());
        }
        tracks = ready.isEmpty() ? List.of() : ready.peek().tracks();
    }

    /** Camera time of a clip's first picture; where the camera told none, the start it was fetched for stands in for it. */
    private static Instant begins(Piece piece) {
        ClipSheet sheet = piece.clip().sheet();
        return sheet.firstPicture() != null
                ? sheet.firstPicture()
                : piece.clip().span().from();
    }

    @Override
    public List<TrackFormat> tracks() {
        return tracks;
    }

    @Override
    public AccessUnit next(Deadline deadline) {
        Item item = ready.isEmpty() ? read() : ready.poll();
        if (item == null) {
            return null;
        }
        tracks = item.tracks();
        return item.unit();
    }

    /** The next unit on the common time line; what a later clip repeats of the one before it is left out. */
    private Item read() {
        while (true) {
            AccessUnit unit = reader == null ? null : reader.next();
            if (unit == null) {
                close();
                if (opened == pieces.size()) {
                    return null;
                }
                Piece piece = pieces.get(opened++);
                reader = SegmentReader.open(piece.file(), false);
                first = begins(piece);
                firstTicks = Long.MIN_VALUE;
                floor = last == null ? null : last.plus(ROUNDING);
                continue;
            }
            TrackFormat format = reader.tracks().get(unit.track());
            if (firstTicks == Long.MIN_VALUE && unit.track() == 0) {
                firstTicks = unit.time();
            }
            long base = firstTicks == Long.MIN_VALUE ? 0 : firstTicks;
            long shift = unit.track() == 0 ? base : base * format.clockRate() / RATE;
            Instant time = first.plus(nanos(unit.time() - shift, format.clockRate()));
            if (unit.track() == 0 && floor != null && !time.isAfter(floor)) {
                continue;
            }
            if (unit.track() == 0 && (last == null || time.isAfter(last))) {
                last = time;
            }
            long ticks = Duration.between(zero, time).toNanos() / 1000 * format.clockRate() / 1_000_000;
            return new Item(
                    new AccessUnit(unit.track(), unit.data(), unit.keyFrame(), ticks, time, 0, false), reader.tracks());
        }
    }

    private static Duration nanos(long ticks, int rate) {
        return Duration.ofNanos(Math.multiplyExact(ticks, 1_000_000L) / rate * 1000);
    }

    @Override
    public SourceFacts facts() {
        ClipSheet sheet = pieces.get(0).clip().sheet();
        long packets = 0;
        long lost = 0;
        List<TimeSpan> gaps = new ArrayList<>();
        for (Piece piece : pieces) {
            packets += piece.clip().sheet().packets();
            lost += piece.clip().sheet().lost();
            for (TimeSpan gap : piece.clip().sheet().gaps()) {
                if (gap.overlaps(asked) && !gaps.contains(gap)) {
                    gaps.add(gap);
                }
            }
        }
        ClipSheet.Clock clock = sheet.clock();
        return new SourceFacts(
                sheet.camera().driver(),
                new DeviceFacts(
                        null,
                        sheet.camera().model(),
                        sheet.camera().firmware(),
                        sheet.camera().serial(),
                        null),
                sheet.camera().source(),
                packets,
                lost,
                Duration.ZERO,
                gaps,
                clock.measuredAt() == null
                        ? null
                        : new ClockReading(
                                clock.offset(),
                                clock.error(),
                                ClockReading.How.valueOf(clock.how().toUpperCase(Locale.ROOT)),
                                clock.measuredAt()),
                basis(sheet.timeBasis()));
    }

    private static TimeBasis basis(String word) {
        for (TimeBasis basis : TimeBasis.values()) {
            if (basis.word().equals(word)) {
                return basis;
            }
        }
        return null;
    }

    @Override
    public void close() {
        if (reader != null) {
            reader.close();
            reader = null;
        }
    }
}
