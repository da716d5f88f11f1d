package vn.vigil.cli.terminal;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What must still happen when the user presses Ctrl-C: remove a throw-away folder, put the terminal right, stop a child.
 * The JVM ends with 130 (SIGINT) or 143 (SIGTERM) by itself and runs these first, newest first. Each must be quick. Safe
 * for several threads.
 */
public final class Cleanup {
    private static final Deque<Runnable> TASKS = new ArrayDeque<>();
    private static boolean hooked;

    private Cleanup() {}

    /** A task to run when the process is interrupted; closing the handle forgets it without running it. */
    public static AutoCloseable onInterrupt(Runnable task) {
        synchronized (TASKS) {
            if (!hooked) {
                Runtime.getRuntime().addShutdownHook(new Thread(Cleanup::runAll, "cleanup"));
                hooked = true;
            }
            TASKS.push(task);
        }
        return () -> {
            synchronized (TASKS) {
                TASKS.remove(task);
            }
        };
    }

    private static void runAll() {
        while (true) {
            Runnable task;
            synchronized (TASKS) {
                task = TASKS.poll();
            }
            if (task == null) {
                return;
            }
            try {
                task.run();
            } catch (RuntimeException e) {
                // The others still deserve their turn.
            }
        }
    }
}
