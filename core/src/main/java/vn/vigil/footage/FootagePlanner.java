package vn.vigil.footage;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Cameras;
import vn.vigil.camera.ClockReading;
import vn.vigil.camera.Footage;
import vn.vigil.camera.FootageSource;
import vn.vigil.config.Config;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.Wanted;
import vn.vigil.text.TimeText;

/** Finds out what each camera will be asked for. Changes nothing but the book of clocks. One thread. */
public final class FootagePlanner {
    /** How long one camera may take to answer a question of the plan. */
    private static final Duration ANSWER = Duration.ofSeconds(20);

    /**
     * So much more is asked for than is taken: some servers stop at the first picture behind the end in the order of decoding, when
     * pictures that are shown before it are still to come.
     */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final World world;
    private final Config config;
    private final Cameras cameras;

    public FootagePlanner(World world, Config config, Cameras cameras) {
        this.world = world;
        this.config = config;
        this.cameras = cameras;
    }

    /**
     * Opens what the plan says; the caller closes it.
     *
     * @param on so far behind the planned end a replay goes on
     */
    FootageSource open(Planned planned, Duration on) {
        Deadline deadline = Deadline.in(world, ANSWER);
        TimeSpan span = planned.deviceSpan();
        return span == null
                ? cameras.openLive(planned.camera(), deadline)
                : cameras.openReplay(
                        planned.camera(),
                        new TimeSpan(span.from(), span.to().plus(on).plus(SLACK)),
                        deadline);
    }

    private String local(Instant t) {
        return TimeText.print(t, config.zone());
    }

    /**
     * Asks the camera's clock and its recorder what the wanted footage takes; contacts nobody for live footage.
     *
     * @param notes what the operator should know is added: an unknown clock, holes
     * @throws VigilException NOT_FOUND when nothing of it is recorded; UNREACHABLE, DENIED, BUSY as the camera answers
     */
    public Planned plan(Wanted wanted, List<Message> notes) {
        CameraId camera = wanted.camera();
        Asked asked = wanted.asked();
        if (asked.isLive()) {
            return new Planned(wanted, null, null, null, List.of());
        }
        cameras.clock(camera, Deadline.in(world, ANSWER));
        // The clock may have been set since then: what counts is how it stood when the footage was made.
        ClockReading clock = cameras.clockAt(camera, asked.span().from());
        if (clock == null) {
            notes.add(FootageText.CLOCK_UNKNOWN.with(camera));
        }
        // Whole milliseconds, as the sheets tell them; the truncation is within the error.
        Duration offset =
                clock == null ? null : Duration.ofMillis(clock.offset().toMillis());
        Duration error = clock == null ? null : Duration.ofMillis(clock.error().toMillis() + 1);
        TimeSpan device = clock == null ? asked.span() : asked.span().plus(offset);
        Footage footage = cameras.footage(camera, device, Deadline.in(world, ANSWER));
        boolean none = footage.source() == Footage.Source.NONE
                || footage.source() == Footage.Source.RECORDER
                        && footage.present().isEmpty();
        if (none) {
            throw new VigilException(
                            ErrorKind.NOT_FOUND,
                            "VG-EXTRACT-NO-RECORDING",
                            FootageText.NO_RECORDING.with(
                                    camera,
                                    local(asked.span().from()),
                                    local(asked.span().to())))
                    .why(
                            footage.source() == Footage.Source.NONE
                                    ? FootageText.NO_RECORDER.with()
                                    : FootageText.RECORDER_HAS_NONE.with())
                    .next(FootageText.NEXT_CHECK.with(camera));
        }
        for (TimeSpan gap : footage.gaps()) {
            notes.add(FootageText.GAP.with(camera, local(gap.from()), local(gap.to())));
        }
        return new Planned(wanted, device, offset, error, footage.gaps());
    }
}
