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
import java.util.function.IntFunction;
import vn.vigil.base.Deadline;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;

/** Visits many cameras at once, a bounded number at a time. */
final class Patrol {
    /** Sessions at once; a decoder takes some 4 MiB while it works. */
    static final int WIDTH = 32;

    private Patrol() {}

    /**
     * One camera's visit.
     *
     * @param <T> what it brings
     */
    interface Visit<T> {
        /** @param deadline for this camera alone */
        T go(int index, Deadline deadline);
    }

    /**
     * @param count visits, numbered from 0
     * @param whole for all of them
     * @param notRun what stands for a visit whose turn does not come, or that ends by a fault of this program: one camera's
     *     input must not blind it to the others
     * @param what the work in the reader's words
     * @return what each visit brought, in order
     */
    static <T> List<T> run(
            int count,
            Duration perCamera,
            Deadline whole,
            Visit<T> visit,
            IntFunction<T> notRun,
            Message what,
            Progress progress) {
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
            List<Future<T>> turns = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                int index = i;
                Callable<T> turn =
                        () -> whole.passed() ? notRun.apply(index) : visit.go(index, whole.within(perCamera));
                turns.add(pool.submit(turn));
            }
            List<T> brought = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                brought.add(await(turns.get(i), notRun, i));
                progress.at(what, i + 1, count);
            }
            return brought;
        } finally {
            pool.shutdownNow();
        }
    }

    private static <T> T await(Future<T> turn, IntFunction<T> notRun, int index) {
        try {
            return turn.get();
        } catch (ExecutionException e) {
            return notRun.apply(index);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return notRun.apply(index);
        }
    }
}
