package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.camera.Rung.Fact;
import vn.vigil.camera.Rung.Kind;

/** The top rung: whether anything was recorded lately. One use, one thread. */
final class DoctorRecordings {
    /** Recorders that record on movement only are silent for hours without being broken. */
    private static final Duration LATELY = Duration.ofDays(1);

    private final World world;
    private final Ladder ladder;
    private final Driver driver;
    private final Duration offset;
    private boolean loginRefused;

    /**
     * @param driver offers the login that was not refused so far
     * @param offset the device's clock minus ours
     */
    DoctorRecordings(World world, Ladder ladder, Driver driver, Duration offset) {
        this.world = world;
        this.ladder = ladder;
        this.driver = driver;
        this.offset = offset;
    }

    /** Whether the login was offered here and refused. */
    boolean loginRefused() {
        return loginRefused;
    }

    /** @param found what the device told of itself; null when nobody was asked */
    void climb(Driver.Found found, Deadline deadline) {
        long since = world.nanos();
        boolean asks = driver.abilities().contains(Ability.RECORDINGS);
        if (found != null && found.recordings() == 0) {
            ladder.broken(Kind.RECORDINGS, Trouble.NO_RECORDING, since);
        } else if (asks) {
            ask(since, deadline);
        } else if (found != null && found.recordings() > 1) {
            ladder.broken(Kind.RECORDINGS, Trouble.SEVERAL_RECORDINGS, since);
        } else {
            ladder.notApplicable(Kind.RECORDINGS);
        }
    }

    private void ask(long since, Deadline deadline) {
        Instant now = world.now().plus(offset);
        try {
            Footage told = driver.footage(new TimeSpan(now.minus(LATELY), now), deadline);
            if (told.source() == Footage.Source.RECORDER) {
                told(told, since);
            } else {
                ladder.notApplicable(Kind.RECORDINGS);
            }
        } catch (DriverException e) {
            loginRefused = e.loginRefused();
            ladder.fact(Kind.RECORDINGS, Fact.Name.TOLD, e.told());
            if (loginRefused) {
                ladder.broken(Kind.LOGIN, Trouble.WRONG_PASSWORD, since);
            } else {
                ladder.broken(Kind.RECORDINGS, Trouble.RECORDER_SILENT, since);
            }
        }
    }

    private void told(Footage told, long since) {
        Duration sum = Duration.ZERO;
        for (TimeSpan span : told.present()) {
            sum = sum.plus(span.length());
        }
        ladder.fact(Kind.RECORDINGS, Fact.Name.RECORDED, sum);
        if (told.present().isEmpty()) {
            ladder.broken(Kind.RECORDINGS, Trouble.NOTHING_RECENT, since);
            return;
        }
        TimeSpan last = told.present().get(told.present().size() - 1);
        ladder.fact(Kind.RECORDINGS, Fact.Name.NEWEST, last.to().minus(offset).truncatedTo(ChronoUnit.SECONDS));
        ladder.ok(Kind.RECORDINGS, since);
    }
}
