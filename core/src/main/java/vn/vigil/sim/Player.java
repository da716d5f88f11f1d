package vn.vigil.sim;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Sends one stream: live, or a stretch of the recording. Says when the next picture is due and sends it when asked; waits for
 * nothing itself. Confined to one thread.
 */
final class Player {
    private static final long REPORT_NANOS = 5_000_000_000L;

    /**
     * What PLAY asked for.
     *
     * @param recording what to play, or null: live
     * @param first number of the first picture
     * @param end number behind the last picture asked for
     * @param marked with the ONVIF replay extension
     * @param paced as fast as the pictures were taken; else as fast as the reader takes them
     * @param keysApart 0: all pictures; else key frames only, this many pictures apart at least
     * @param cseq of the PLAY request
     * @param jump the first picture does not follow the one sent before
     */
    record Order(
            Recording recording,
            long first,
            long end,
            boolean marked,
            boolean paced,
            long keysApart,
            int cseq,
            boolean jump) {}

    private final Device device;
    private final PictureSpec shape;
    private final RtpSender sender;
    private final int timeBase;
    private final Loop loop;
    private final Order order;
    private final long startNanos;
    private long next;
    /** Pictures' worth of time sent, holes left out. */
    private long played;

    private boolean afterHole;
    private boolean reported;
    private long reportDue;

    Player(Device device, RtpSender sender, int timeBase, Order order) {
        this.device = device;
        this.shape = device.spec().picture();
        this.sender = sender;
        this.timeBase = timeBase;
        this.loop = device.loop();
        this.order = order;
        this.next = order.first < order.end ? order.first : Recording.NONE;
        this.afterHole = order.jump;
        // Live begins with the latest key frame: what lies between it and now is due at once.
        long lead = order.recording == null
                ? nanosBetween(order.first, device.world().now())
                : 0;
        this.startNanos = device.world().nanos() - lead;
        this.reportDue = device.world().nanos();
    }

    private long nanosBetween(long picture, Instant now) {
        return Duration.between(Recording.instant(shape, picture), now).toNanos();
    }

    /** The picture to go on with after a pause, or {@link Recording#NONE}. */
    long position() {
        return next;
    }

    boolean ended() {
        return next == Recording.NONE;
    }

    /** True when a camera that cuts off has sent all it will. */
    boolean cut() {
        return device.spec().has(Fault.CUTS_OFF) && played >= (long) Fault.CUT_AFTER_SECONDS * shape.framesPerSecond();
    }

    /** Nanoseconds until something is to be sent: 0 at once, {@link Long#MAX_VALUE} never. */
    long waitNanos() {
        long now = device.world().nanos();
        long report = reporting() ? reportDue - now : Long.MAX_VALUE;
        long picture = Long.MAX_VALUE;
        if (!ended() && !silent()) {
            picture = order.paced ? startNanos + played * 1_000_000_000L / shape.framesPerSecond() - now : 0;
        }
        return Math.max(0, Math.min(report, picture));
    }

    private boolean silent() {
        return device.spec().has(Fault.STALLS) || device.spec().has(Fault.FALLS_SILENT) && played > 1;
    }

    private boolean reporting() {
        return order.paced && !ended() || !reported;
    }

    /** Sends what is due. */
    void step() throws IOException {
        long now = device.world().nanos();
        if (reporting() && reportDue - now <= 0) {
            reported = true;
            reportDue = now + REPORT_NANOS;
            report();
        }
        if (ended() || silent()) {
            return;
        }
        if (order.paced && startNanos + played * 1_000_000_000L / shape.framesPerSecond() - now > 0) {
            return;
        }
        picture();
    }

    private void picture() throws IOException {
        long number = next;
        boolean hole = false;
        long following = number + 1;
        if (order.recording != null) {
            hole = order.recording.holeAfter(number);
            following = order.keysApart > 0
                    ? order.recording.nextKey(number, order.keysApart)
                    : order.recording.next(number);
        }
        if (following >= order.end) {
            following = Recording.NONE;
        }
        boolean key = shape.isKey(number);
        RtpSender.ReplayMark mark = null;
        if (order.marked) {
            int flags = (key ? RtpSender.CLEAN : 0)
                    | (hole ? RtpSender.END : 0)
                    | (afterHole ? RtpSender.DISCONTINUITY : 0)
                    | (following == Recording.NONE ? RtpSender.TERMINAL : 0);
            Instant when = device.cameraTime(Recording.instant(shape, number));
            mark = new RtpSender.ReplayMark(when, flags, order.cseq);
        }
        List<byte[]> sets = key ? List.of(loop.sps(), loop.pps()) : List.of();
        sender.picture(sets, loop.picture(number), time(number), mark);
        // With key frames only, any hole between this one and the next is announced on the next.
        afterHole = following != Recording.NONE && order.recording != null && gapBetween(number, following);
        played += following == Recording.NONE || afterHole ? 1 : following - number;
        next = following;
    }

    private boolean gapBetween(long number, long following) {
        for (long n = number; n < following; n = order.recording.next(n)) {
            if (order.recording.holeAfter(n)) {
                return true;
            }
        }
        return false;
    }

    private void report() throws IOException {
        String name = device.spec().id().value();
        if (!order.paced) {
            sender.report(null, time(order.first), name);
        } else if (order.recording == null) {
            Instant now = device.world().now();
            sender.report(device.cameraTime(now), time(now), name);
        } else {
            sender.report(device.clock(), time(next), name);
        }
    }

    /** RTP time of a picture: 90 kHz since the epoch, plus the session's own start. */
    int time(long number) {
        return timeBase + (int) (number * 90_000 / shape.framesPerSecond());
    }

    private int time(Instant t) {
        return timeBase + (int) (t.getEpochSecond() * 90_000 + t.getNano() * 9L / 100_000);
    }
}
