package vn.vigil.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import vn.vigil.base.Deadline;
import vn.vigil.base.Progress;
import vn.vigil.camera.Observation.Failure;

/** Visits many cameras at once, a bounded number at a time. A visit returns an observation; whatever it throws becomes one. */
final class Patrol {
    /** Sessions at once; a decoder takes some 4 MiB while it works. */
    static final int WIDTH = 32;

    private Patrol() {}

    /** One camera's visit. */
    interface Visit {
        /** @param deadline for this camera alone */
        Observation go(int index, Deadline deadline);
    }

    /**
     * @param count visits, numbered from 0
     * @param whole for all of them; those whose turn does not come are {@code NOT_RUN}
     * @return one observation each, in order
     */
    static List<Observation> run(int count, Duration perCamera, Deadline whole, Visit visit, Progress progress) {
        if (count == 0) {
            return List.of();
        }
        AtomicInteger number = new AtomicInteger();
        ExecutorService pool = Executors.newFixedThreadPool(Math.min(WIDTH, count), task -> {
            Thread thread = new Thread(task, "camera-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Future<Observation>> turns = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int index = i;
                Callable<Observation> turn = () -> whole.passed() ? notRun() : visit.go(index, whole.within(perCamera));
                turns.add(pool.submit(turn));
            }
            List<Observation> seen = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                seen.add(await(turns.get(i)));
                progress.at(CameraText.CHECKING.with(), i + 1, count);
            }
            return seen;
        } finally {
            pool.shutdownNow();
        }
    }

    private static Observation await(Future<Observation> turn) {
        try {
            return turn.get();
        } catch (ExecutionException e) {
            // A fault of this program on one camera's input must not blind it to the others.
            return notRun();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notRun();
        }
    }

    private static Observation notRun() {
        return Observation.failed(Failure.NOT_RUN, null);
    }
}
