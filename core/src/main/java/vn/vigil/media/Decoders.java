package vn.vigil.media;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.TrackFormat;

/**
 * Decoding of bytes that a camera sent, in a process of its own: a bitstream made to break a decoder breaks that process and
 * nothing else. As {@link PictureDecoder} in what it gives and refuses, and three reasons more: {@code WORKER_DIED},
 * {@code TIMED_OUT}, {@code UNAVAILABLE}, which say nothing about the camera.
 *
 * <p>One process with several threads rather than several processes: starting one costs a quarter of a second of CPU time.
 * When it dies, only the job that was alone in it is known to be the cause; of several, each is tried once more by itself.
 * The process starts with the first job or {@link #warm}, and ends with {@link #close} or with this process. Safe for use
 * by several threads.
 */
public final class Decoders implements Closeable {
    /** No honest key frame takes longer, by far. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    /** What a job gets that has begun, however little its caller has left: to end it ends the process, at others' cost. */
    private static final Duration LEAST = Duration.ofSeconds(1);

    /** From the start of the process until it can decode: the libraries may have to come from a slow disk. */
    private static final Duration START = Duration.ofSeconds(20);

    private static final int STARTS = 2;

    private final int threads;
    private final Duration longest;
    private final List<String> command;
    private final Semaphore turns;

    private WorkerProcess worker;
    private int failedStarts;
    private boolean closed;

    /** Costs nothing until it is used. */
    public Decoders() {
        this(Math.min(4, Runtime.getRuntime().availableProcessors()), LONGEST);
    }

    Decoders(int threads, Duration longest) {
        this(threads, longest, WorkerProcess.command(threads));
    }

    Decoders(int threads, Duration longest, List<String> command) {
        this.threads = threads;
        this.longest = longest;
        this.command = command;
        this.turns = new Semaphore(threads, true);
    }

    /** Starts the process if it does not run yet, and does not wait for it. Failure shows with the first job. */
    public void warm() {
        try {
            running();
        } catch (MediaException e) {
            // The job that follows meets it again, and has somebody to tell.
        }
    }

    /** Does once in this process what the decoding process does, for the start-up archive that both use. */
    public static void rehearse() {
        DecodeWorker.rehearse();
    }

    /** As {@link PictureDecoder#glance}. */
    public Glance glance(TrackFormat format, AccessUnit key, double dark, Deadline deadline) {
        return decode(
                new DecodeWire.Job(DecodeWire.Kind.GLANCE, format, List.of(key), dark),
                DecodeWire::readGlance,
                deadline);
    }

    /** As {@link PictureDecoder#thumbs}. */
    public List<LumaThumb> thumbs(TrackFormat format, List<AccessUnit> units, Deadline deadline) {
        return decode(new DecodeWire.Job(DecodeWire.Kind.THUMBS, format, units, 0), DecodeWire::readThumbs, deadline);
    }

    /** As {@link PictureDecoder#decode}. */
    public Picture picture(TrackFormat format, List<AccessUnit> units, Deadline deadline) {
        return decode(new DecodeWire.Job(DecodeWire.Kind.PICTURE, format, units, 0), DecodeWire::readPicture, deadline);
    }

    private interface Form<T> {
        T read(DataInputStream in) throws IOException;
    }

    private <T> T decode(DecodeWire.Job job, Form<T> form, Deadline deadline) {
        job.requireBounded();
        WorkerProcess.Reply reply;
        try {
            reply = inTurn(job, 1, deadline);
        } catch (WorkerProcess.Died e) {
            if (e.alone) {
                throw died();
            }
            try {
                reply = inTurn(job, threads, deadline);
            } catch (WorkerProcess.Died again) {
                throw died();
            }
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(reply.payload()))) {
            if (reply.status() != 0) {
                throw DecodeWire.refusal(reply.status(), reply.payload());
            }
            return form.read(in);
        } catch (IOException e) {
            throw died();
        }
    }

    /** @param width how many jobs' room this one takes: all of it to be alone */
    private WorkerProcess.Reply inTurn(DecodeWire.Job job, int width, Deadline deadline) throws WorkerProcess.Died {
        try {
            if (!turns.tryAcquire(width, deadline.leftMillis(), TimeUnit.MILLISECONDS)) {
                throw timedOut();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw timedOut();
        }
        try {
            return ask(ready(deadline), job, deadline);
        } finally {
            turns.release(width);
        }
    }

    private WorkerProcess.Reply ask(WorkerProcess running, DecodeWire.Job job, Deadline deadline)
            throws WorkerProcess.Died {
        Duration left = deadline.left();
        Duration limit = left.compareTo(LEAST) < 0 ? LEAST : left;
        WorkerProcess.Reply reply = await(running.submit(job), limit.compareTo(longest) < 0 ? limit : longest);
        if (reply == null) {
            running.kill();
            throw timedOut();
        }
        return reply;
    }

    /** The process, able to decode. */
    private WorkerProcess ready(Deadline deadline) throws WorkerProcess.Died {
        while (true) {
            WorkerProcess running = running();
            Duration left = deadline.left();
            boolean patient = left.compareTo(START) >= 0;
            try {
                if (running.ready.isDone() && !running.ready.isCompletedExceptionally()) {
                    started();
                    return running;
                }
                running.ready.get((patient ? START : left).toNanos(), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (!patient) {
                    throw timedOut();
                }
                running.kill();
                failedToStart(running);
            } catch (ExecutionException e) {
                failedToStart(running);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw timedOut();
            }
        }
    }

    private synchronized WorkerProcess running() {
        while (worker == null || !worker.isAlive()) {
            if (closed || failedStarts >= STARTS) {
                throw new MediaException(MediaException.Reason.UNAVAILABLE, "no decoding process can be started");
            }
            if (worker != null && worker.ready.isCompletedExceptionally()) {
                failedToStart(worker);
                continue;
            }
            try {
                worker = WorkerProcess.start(command);
            } catch (IOException e) {
                failedStarts++;
            }
        }
        return worker;
    }

    private synchronized void started() {
        failedStarts = 0;
    }

    /** Counts each failed process once, whoever notices first. */
    private synchronized void failedToStart(WorkerProcess failed) {
        if (worker == failed) {
            worker = null;
            failedStarts++;
        }
    }

    /** Null when it did not come in time. */
    private static WorkerProcess.Reply await(Future<WorkerProcess.Reply> reply, Duration limit)
            throws WorkerProcess.Died {
        try {
            return reply.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorkerProcess.Died died) {
                throw died;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static MediaException died() {
        return new MediaException(MediaException.Reason.WORKER_DIED, "the decoding process ended");
    }

    private static MediaException timedOut() {
        return new MediaException(MediaException.Reason.TIMED_OUT, "decoding took too long");
    }

    /** Ends the process; jobs under way are told that it died. */
    @Override
    public void close() {
        WorkerProcess last;
        synchronized (this) {
            closed = true;
            last = worker;
        }
        if (last != null) {
            last.kill();
        }
    }
}
