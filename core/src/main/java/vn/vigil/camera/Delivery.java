package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.store.Store;

/** What could be delivered of a span: what is recorded, what is missing and why. Stateless; safe for several threads. */
final class Delivery {
    private final World world;
    private final Store store;
    private final SqlCameraStore sql;
    private final History history;
    private final Streams streams;

    Delivery(World world, Store store, SqlCameraStore sql, History history, Streams streams) {
        this.world = world;
        this.store = store;
        this.sql = sql;
        this.history = history;
        this.streams = streams;
    }

    /** @param span in site time */
    RecordingsReport recordings(Camera camera, TimeSpan span, Deadline deadline) {
        Instant now = world.now();
        ClockReading clock = store.read(tx -> sql.clockAt(tx, camera.id(), span.from()));
        Duration offset = clock == null ? Duration.ZERO : clock.offset();
        Footage told = streams.footage(camera, span.plus(offset), deadline);
        if (told.source() != Footage.Source.RECORDER) {
            return new RecordingsReport(camera, span, told.source(), List.of(), List.of(), null, null, clock);
        }
        StorageFacts storage = told.gaps().isEmpty() ? StorageFacts.NONE : storage(camera, deadline);
        Duration back = offset.negated();
        Instant oldest = storage.oldest() == null ? null : storage.oldest().plus(back);
        Instant newest = storage.newest() == null ? null : storage.newest().plus(back);
        List<TimeSpan> missing = moved(told.gaps(), back);
        List<Hole> holes = store.read(tx -> Holes.explain(
                missing, oldest, newest, sql.addedAt(tx, camera.id()), history.spans(tx, camera.id(), span), now));
        return new RecordingsReport(
                camera, span, told.source(), moved(told.present(), back), holes, oldest, newest, clock);
    }

    /** A recorder that does not say how far back it reaches still says what is there. */
    private StorageFacts storage(Camera camera, Deadline deadline) {
        try {
            return streams.storage(camera, deadline);
        } catch (VigilException e) {
            if (e.kind() == ErrorKind.DENIED) {
                throw e;
            }
            return StorageFacts.NONE;
        }
    }

    private static List<TimeSpan> moved(List<TimeSpan> spans, Duration by) {
        List<TimeSpan> all = new ArrayList<>(spans.size());
        for (TimeSpan span : spans) {
            all.add(span.plus(by));
        }
        return all;
    }

    /** Asks for each camera; what one recorder does not answer is in its own answer. */
    List<Readiness> ready(List<Camera> cameras, TimeSpan span, Duration perCamera, Deadline whole, Progress progress) {
        return Patrol.run(
                cameras.size(),
                perCamera,
                whole,
                (i, deadline) -> ready(cameras.get(i), span, deadline),
                i -> unknown(cameras.get(i), Obstacle.NOT_ASKED),
                RecordingText.ASKING.with(),
                progress);
    }

    private Readiness ready(Camera camera, TimeSpan span, Deadline deadline) {
        RecordingsReport report;
        try {
            report = recordings(camera, span, deadline);
        } catch (VigilException e) {
            return unknown(
                    camera,
                    switch (e.kind()) {
                        case UNREACHABLE -> Obstacle.UNREACHABLE;
                        case DENIED -> Obstacle.REFUSED;
                        default -> Obstacle.NO_ANSWER;
                    });
        }
        List<Obstacle> obstacles = new ArrayList<>();
        Readiness.Answer answer =
                switch (report.source()) {
                    case NONE -> {
                        obstacles.add(Obstacle.NO_RECORDER);
                        yield Readiness.Answer.NO;
                    }
                    case NOT_TOLD -> {
                        obstacles.add(Obstacle.NOT_TOLD);
                        yield Readiness.Answer.UNKNOWN;
                    }
                    case RECORDER -> {
                        if (report.present().isEmpty()) {
                            obstacles.add(Obstacle.NOTHING_RECORDED);
                            yield Readiness.Answer.NO;
                        }
                        if (!report.holes().isEmpty()) {
                            obstacles.add(Obstacle.HOLES);
                        }
                        if (report.clock() == null) {
                            obstacles.add(Obstacle.CLOCK_UNKNOWN);
                        }
                        yield obstacles.isEmpty() ? Readiness.Answer.YES : Readiness.Answer.PARTLY;
                    }
                };
        return new Readiness(camera, answer, obstacles, report);
    }

    private static Readiness unknown(Camera camera, Obstacle why) {
        return new Readiness(camera, Readiness.Answer.UNKNOWN, List.of(why), null);
    }
}
