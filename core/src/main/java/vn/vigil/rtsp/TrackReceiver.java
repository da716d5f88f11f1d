package vn.vigil.rtsp;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.TrackFormat;

/** One track being received: order, time and loss of its packets, its clock, its units. For one thread. */
final class TrackReceiver implements Depacketizer.Sink {
    /** A jump in sequence numbers beyond this is a new beginning, not a loss (RFC 3550 A.1, MAX_DROPOUT). */
    private static final int MOST_DROPOUT = 3000;

    private static final int KEPT_CLOCKS = 33;

    final int track;
    private final int payloadType;
    final int clockRate;
    private final Depacketizer depacketizer;
    private final Queue<RtspEvent> events;
    private final List<StreamFacts.Clock> clocks = new ArrayList<>();

    private long packets;
    private long bytes;
    private long lost;
    private int gaps;
    private int damaged;
    private double jitter;
    private long largestGap;
    private long firstTime;
    private long lastUnitTime;
    private long units;
    private long keyFrames;
    private int ssrcChanges;
    private int wraps;
    private int backwards;
    private int holes;
    private int strange;

    private int ssrc;
    private int expected;
    private long time;
    private long lastRaw;
    private long arrived;
    private Instant lastRecorded;
    private RtcpSenderReport early;
    private StreamFacts.Clock clock;
    private boolean holeAhead;
    private boolean terminal;
    private boolean ended;
    private boolean bye;
    private Instant reached;

    TrackReceiver(int track, Formats.Chosen chosen, Queue<RtspEvent> events) {
        this.track = track;
        this.payloadType = chosen.payloadType();
        this.clockRate = chosen.format().clockRate();
        this.depacketizer = Depacketizer.of(chosen);
        this.events = events;
    }

    /**
     * Takes one RTP packet.
     *
     * @return whether it was one of this track's
     */
    boolean rtp(byte[] data, long arrivedNanos) {
        RtpPacket packet;
        try {
            packet = RtpPacket.parse(data);
        } catch (RtspFault e) {
            strange++;
            return false;
        }
        if (packet.payloadType() != payloadType) {
            strange++;
            return false;
        }
        boolean first = packets == 0;
        boolean afterLoss = false;
        if (first) {
            ssrc = packet.ssrc();
            time = packet.timestamp();
        } else if (packet.ssrc() != ssrc) {
            ssrc = packet.ssrc();
            ssrcChanges++;
            afterLoss = true;
            clock = null; // the new sender's times have an origin of their own
        } else {
            int jump = (short) (packet.sequence() - expected);
            if (jump < 0 && jump > -MOST_DROPOUT) {
                lost = Math.max(0, lost - 1); // late or doubled: the unit it belonged to is gone
                strange++;
                return false;
            }
            if (jump != 0) {
                gaps++;
                lost += jump > 0 && jump < MOST_DROPOUT ? jump : 0;
                afterLoss = true;
            }
        }
        expected = packet.sequence() + 1 & 0xffff;
        long step = first ? 0 : step(packet);
        time += step;
        measure(first, step, arrivedNanos);
        lastRaw = packet.timestamp();
        packets++;
        bytes += data.length;
        if (first && early != null) {
            report(early, arrivedNanos);
        }
        boolean hole = replay(packet, first);
        depacketizer.packet(packet, time, hole || afterLoss, this);
        if (terminal && packet.marker()) {
            ended = true;
        }
        return true;
    }

    /**
     * Notes what the replay extension announces.
     *
     * @return whether a hole lies before this packet
     */
    private boolean replay(RtpPacket packet, boolean first) {
        ReplayExtension replay = packet.replay();
        if (replay == null) {
            return false;
        }
        boolean newUnit = !replay.time().equals(lastRecorded);
        lastRecorded = replay.time();
        terminal |= replay.terminal();
        boolean hole = newUnit && !first && (replay.discontinuity() || holeAhead);
        holes += hole ? 1 : 0;
        holeAhead = replay.end() || holeAhead && !newUnit;
        return hole;
    }

    /** Ticks since the packet before, over the wrap of 32 bits; over several wraps where the recorded times show it. */
    private long step(RtpPacket packet) {
        long step = (int) (packet.timestamp() - lastRaw);
        if (packet.replay() != null && lastRecorded != null) {
            double real = Duration.between(lastRecorded, packet.replay().time()).toMillis() / 1000.0 * clockRate;
            step += Math.round((real - step) / 0x1p32) << 32;
        }
        if (step > 0 && packet.timestamp() < lastRaw) {
            wraps++;
        }
        if (step < -clockRate) {
            backwards++;
        }
        return step;
    }

    private void measure(boolean first, long step, long arrivedNanos) {
        if (!first) {
            long wait = arrivedNanos - arrived;
            largestGap = Math.max(largestGap, wait);
            double transit = wait * 1e-9 * clockRate - step;
            if (Math.abs(transit) < clockRate * 10.0) { // a jump of the sender's time is no jitter
                jitter += (Math.abs(transit) - jitter) / 16;
            }
        }
        arrived = arrivedNanos;
    }

    /** Takes one RTCP packet. */
    void rtcp(byte[] data, long arrivedNanos) {
        RtcpSenderReport.Compound compound = RtcpSenderReport.parse(data);
        if (compound.report() != null && compound.report().time() != null) {
            if (packets == 0) {
                early = compound.report();
            } else {
                report(compound.report(), arrivedNanos);
            }
        }
        bye |= compound.bye();
    }

    private void report(RtcpSenderReport report, long arrivedNanos) {
        early = null;
        clock = new StreamFacts.Clock(report.time(), time + (int) (report.timestamp() - lastRaw), arrivedNanos);
        if (clocks.size() == KEPT_CLOCKS) {
            clocks.remove(1);
        }
        clocks.add(clock);
    }

    @Override
    public void unit(byte[] data, boolean keyFrame, long unitTime, Instant recorded, boolean afterLoss) {
        Instant wall = recorded != null ? recorded : wallClock(unitTime);
        firstTime = units == 0 ? unitTime : firstTime;
        lastUnitTime = unitTime;
        units++;
        keyFrames += keyFrame ? 1 : 0;
        reached = recorded != null ? recorded : reached;
        events.add(new RtspEvent.Unit(new AccessUnit(track, data, keyFrame, unitTime, wall, arrived, afterLoss)));
    }

    private Instant wallClock(long unitTime) {
        if (clock == null) {
            return null;
        }
        long ticks = unitTime - clock.mediaTime();
        return clock.time()
                .plusSeconds(Math.floorDiv(ticks, clockRate))
                .plusNanos(Math.floorMod(ticks, (long) clockRate) * 1_000_000_000L / clockRate);
    }

    @Override
    public void formatChanged(TrackFormat format) {
        events.add(new RtspEvent.FormatChanged(track, format));
    }

    @Override
    public void damaged() {
        damaged++;
    }

    void flush() {
        depacketizer.flush(this);
    }

    /** Whether the unit with the T flag is complete. */
    boolean ended() {
        return ended;
    }

    boolean bye() {
        return bye;
    }

    /** Whether its packets carry the replay extension. */
    boolean marked() {
        return lastRecorded != null;
    }

    /** The latest unit's recorded time, or null. */
    Instant reached() {
        return reached;
    }

    StreamFacts facts() {
        return new StreamFacts(
                track,
                packets,
                bytes,
                lost,
                gaps,
                damaged,
                jitter * 1000 / clockRate,
                largestGap / 1e6,
                firstTime,
                lastUnitTime,
                units,
                keyFrames,
                ssrcChanges,
                wraps,
                backwards,
                holes,
                strange,
                List.copyOf(clocks));
    }
}
