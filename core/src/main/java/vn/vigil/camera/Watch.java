package vn.vigil.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.TrackFormat;
import vn.vigil.base.World;
import vn.vigil.camera.Observation.Failure;
import vn.vigil.media.Decoders;
import vn.vigil.media.Glance;
import vn.vigil.media.Luma;
import vn.vigil.media.LumaThumb;
import vn.vigil.media.MediaException;
import vn.vigil.media.PictureMeasures;
import vn.vigil.rtsp.RtspEvent;
import vn.vigil.rtsp.RtspException;
import vn.vigil.rtsp.RtspSession;
import vn.vigil.rtsp.StreamFacts;

/** Looks at a playing stream until the judge has enough: one key frame, or two when the first alone tells nothing. One use, one thread. */
final class Watch {
    /** The second picture is taken at least this long after the first; streams of key frames alone would else compare neighbours. */
    static final Duration APART = Duration.ofSeconds(1);

    /** How long to wait for the second key frame. Few cameras use a longer interval; those are judged by later checks. */
    static final Duration PATIENCE = Duration.ofSeconds(6);

    /** Pictures whose time stands still: so many of them are no accident. */
    private static final int STILL_UNITS = 10;

    /** No picture that is brighter on average is black all over. */
    private static final double DARK = 60;

    /** Room for decoded pictures when no second key frame comes. */
    private static final int FALLBACK_BYTES = 48 << 20;

    /** Room for the coded units themselves. */
    private static final int FALLBACK_CODED_BYTES = 16 << 20;

    private final Decoders decoders;
    private final RtspSession session;
    private final int track;
    private final Remembered before;
    private final long startedNanos;
    private TrackFormat format;

    private final boolean thorough;

    private Failure failure = Failure.NONE;
    private Step brokenStep;
    private Duration firstFrame;
    private int width;
    private int height;
    private LumaThumb first;
    private LumaThumb second;
    private Luma luma;
    private PictureMeasures measures;
    private double keyInterval = Double.NaN;
    private double mean = -1;
    private boolean timeStoodStill;
    private int keptBytes;

    /**
     * @param startedNanos when the conversation's first packet went out, on {@link World#nanos()}
     * @param before what is remembered of the camera, or null
     * @param thorough whether a picture that clears the camera is followed by a second of watching: a stream that falls silent
     *     behind its first picture shows in no other way, and rates can be measured
     */
    Watch(
            Decoders decoders,
            RtspSession session,
            int track,
            TrackFormat format,
            Remembered before,
            boolean thorough,
            long startedNanos) {
        this.decoders = decoders;
        this.session = session;
        this.track = track;
        this.format = format;
        this.before = before;
        this.thorough = thorough;
        this.startedNanos = startedNanos;
    }

    /** Watches; a stream that breaks off is in the result, never thrown. */
    Observation run(Deadline deadline) {
        List<AccessUnit> kept = new ArrayList<>();
        try {
            watch(kept, deadline);
        } catch (RtspException e) {
            fail(Failure.NO_STREAM, Step.PACKETS);
        } catch (MediaException e) {
            fail(e.isDecoderFailure() ? Failure.DECODER_FAILED : Failure.NO_PICTURE, Step.DECODE);
        }
        return new Observation(
                failure,
                brokenStep,
                null,
                false,
                false,
                DeviceFacts.NONE,
                facts(),
                first,
                second,
                luma,
                sample(),
                null,
                timeStoodStill);
    }

    private void watch(List<AccessUnit> kept, Deadline deadline) throws RtspException {
        Deadline until = deadline;
        AccessUnit firstKey = null;
        boolean overdue = false;
        boolean cleared = false;
        int still = 0;
        long latest = Long.MIN_VALUE;
        while (true) {
            RtspEvent event = session.next(until);
            if (event instanceof RtspEvent.FormatChanged changed && changed.track() == track) {
                format = changed.format();
            } else if (event instanceof RtspEvent.Stalled || event instanceof RtspEvent.Ended) {
                fail(Failure.NO_STREAM, Step.PACKETS);
                return;
            } else if (event instanceof RtspEvent.TimedOut) {
                if (cleared) {
                    fail(Failure.NO_STREAM, Step.PACKETS);
                    return;
                }
                if (firstKey != null && !overdue && !deadline.passed()) {
                    // It may have fallen silent meanwhile: the next picture or the watchdog tells.
                    overdue = true;
                    until = deadline;
                    continue;
                }
                if (firstKey != null) {
                    compareWithoutKeyFrame(kept, deadline);
                } else if (packets() == 0) {
                    fail(Failure.NO_STREAM, Step.PACKETS);
                } else {
                    fail(Failure.NO_PICTURE, Step.KEY_FRAME);
                }
                return;
            } else if (event instanceof RtspEvent.Unit u && u.unit().track() == track) {
                AccessUnit unit = u.unit();
                if (firstKey == null) {
                    if (!unit.keyFrame()) {
                        continue;
                    }
                    firstKey = unit;
                    firstFrame = Duration.ofNanos(unit.arrivedNanos() - startedNanos);
                    first = look(unit, deadline);
                    cleared = !Judge.needsSecondLook(first, before);
                    if (cleared && !thorough) {
                        return;
                    }
                    until = deadline.within(PATIENCE);
                } else if (cleared) {
                    // By arrival: servers begin with a burst that says nothing of what follows.
                    if (unit.arrivedNanos() - firstKey.arrivedNanos() >= APART.toNanos()) {
                        return;
                    }
                    continue;
                } else if (unit.keyFrame() && isApart(firstKey, unit)) {
                    keyInterval = (double) (unit.time() - firstKey.time()) / format.clockRate();
                    second = look(unit, deadline);
                    return;
                }
                still = unit.time() == latest ? still + 1 : 0;
                latest = unit.time();
                if (still >= STILL_UNITS) {
                    timeStoodStill = true;
                    return;
                }
                keep(kept, unit);
                if (overdue) {
                    compareWithoutKeyFrame(kept, deadline);
                    return;
                }
            }
        }
    }

    private boolean isApart(AccessUnit one, AccessUnit other) {
        return other.time() - one.time() >= APART.toSeconds() * format.clockRate()
                || other.arrivedNanos() - one.arrivedNanos() >= APART.toNanos();
    }

    private LumaThumb look(AccessUnit key, Deadline deadline) {
        // The whole picture is measured only where it could be black: that costs as much as decoding it.
        Glance glance = decoders.glance(format, key, DARK, deadline);
        session.rested();
        width = glance.width();
        height = glance.height();
        mean = glance.mean();
        luma = glance.luma();
        measures = glance.measures();
        return glance.thumb();
    }

    private BaselineSample sample() {
        PictureFacts facts = measures == null ? null : facts();
        return facts == null
                ? null
                : new BaselineSample(
                        measures,
                        facts.bitsPerSecond() > 0 ? facts.bitsPerSecond() : Double.NaN,
                        facts.framesPerSecond() > 0 ? facts.framesPerSecond() : Double.NaN,
                        keyInterval);
    }

    private void keep(List<AccessUnit> kept, AccessUnit unit) {
        int each = Math.max(1, width * height * 3 / 2);
        int coded = unit.data().length;
        if (kept.size() < FALLBACK_BYTES / each && coded <= FALLBACK_CODED_BYTES - keptBytes) {
            kept.add(unit);
            keptBytes += coded;
        }
    }

    /**
     * No second key frame in time. A picture that changed since clears the camera; one that did not accuses nobody, since less
     * than a key-frame interval was seen.
     */
    private void compareWithoutKeyFrame(List<AccessUnit> kept, Deadline deadline) {
        if (kept.size() < 2) {
            return;
        }
        List<LumaThumb> pictures = decoders.thumbs(format, kept, deadline);
        if (pictures.size() < 2) {
            return;
        }
        LumaThumb last = pictures.get(pictures.size() - 1);
        if (!Judge.same(first, last)) {
            second = last;
        }
    }

    private void fail(Failure what, Step step) {
        failure = what;
        brokenStep = step;
    }

    private long packets() {
        StreamFacts facts = streamFacts();
        return facts == null ? 0 : facts.packets();
    }

    private StreamFacts streamFacts() {
        for (StreamFacts facts : session.facts()) {
            if (facts.track() == track) {
                return facts;
            }
        }
        return null;
    }

    private PictureFacts facts() {
        StreamFacts seen = streamFacts();
        if (seen == null || seen.packets() == 0) {
            return null;
        }
        double seconds = (double) (seen.lastTime() - seen.firstTime()) / format.clockRate();
        // Servers begin with a burst: over less than half a second a rate says nothing.
        boolean measurable = seconds >= 0.5 && seen.units() > 1;
        return new PictureFacts(
                format.codec(),
                width,
                height,
                measurable ? (seen.units() - 1) / seconds : 0,
                measurable ? Math.round(seen.bytes() * 8 / seconds) : 0,
                firstFrame,
                seen.packets(),
                seen.lost(),
                mean);
    }
}
