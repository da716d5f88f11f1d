package vn.vigil.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One running {@link DecodeWorker} as its parent sees it. Two threads talk with it, so that nobody else ever waits on a pipe:
 * a process that is stopped neither reads nor writes. Safe for use by several threads.
 */
final class WorkerProcess {
    /** A reply as it came: status and payload of {@link DecodeWire}. */
    record Reply(int status, byte[] payload) {}

    /** The process ended before it answered. */
    static final class Died extends Exception {
        private static final long serialVersionUID = 1L;

        /** Whether no other job can have been the cause. */
        final boolean alone;

        Died(boolean alone) {
            super("the decoding process ended", null, false, false);
            this.alone = alone;
        }
    }

    private static final class Pending {
        final CompletableFuture<Reply> reply = new CompletableFuture<>();
        final int mostPayload;

        Pending(int mostPayload) {
            this.mostPayload = mostPayload;
        }
    }

    /** Completed when it can decode; exceptionally when it ended before. */
    final CompletableFuture<Void> ready = new CompletableFuture<>();

    private final Process process;
    private final BlockingQueue<DecodeWire.Numbered> outbox = new LinkedBlockingQueue<>();
    private final Map<Long, Pending> pending = new ConcurrentHashMap<>();
    private boolean ended;
    private long latest;

    private WorkerProcess(Process process) {
        this.process = process;
        daemon(this::read, "decode-answers");
        daemon(this::write, "decode-jobs");
    }

    /**
     * @throws IOException when the system starts no more processes
     */
    static WorkerProcess start(List<String> command) throws IOException {
        return new WorkerProcess(process(command));
    }

    /** Starts such a process with an environment that tells it nothing. */
    static Process process(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        // What the environment holds is nobody's business there.
        environment.clear();
        environment.put("LC_ALL", "C.UTF-8");
        // Pictures come and go by the megabyte: without these each is mapped and zeroed anew, three times the work.
        environment.put("MALLOC_ARENA_MAX", "2");
        environment.put("MALLOC_MMAP_THRESHOLD_", "67108864");
        environment.put("MALLOC_TRIM_THRESHOLD_", "268435456");
        // A second pool of threads in a process that has its own would only be in the way.
        environment.put("OPENBLAS_NUM_THREADS", "1");
        return builder.start();
    }

    /**
     * This program once more, with the decoder's main class. Options of the JVM are given anew rather than taken over: it is
     * small, starts fast, and its crashes say and leave nothing.
     */
    static List<String> command(int threads) {
        return command(DecodeWorker.class, "-Xmx192m", Integer.toString(threads));
    }

    /** The same with another main class. */
    static List<String> command(Class<?> main, String memory, String argument) {
        List<String> words = new ArrayList<>();
        words.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
        String archive = System.getProperty("vigil.archive", "");
        if (!archive.isEmpty()) {
            words.add(archive);
        }
        if (Runtime.version().feature() >= 24) {
            words.add("--enable-native-access=ALL-UNNAMED");
            words.add("--sun-misc-unsafe-memory-access=allow");
        }
        words.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:+SuppressFatalErrorMessage",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=/dev/null",
                "-Xlog:disable",
                "-Xlog:all=off",
                memory));
        for (String name : System.getProperties().stringPropertyNames()) {
            if (name.startsWith("org.bytedeco.") || name.equals("java.library.path")) {
                words.add("-D" + name + "=" + System.getProperty(name));
            }
        }
        words.addAll(List.of("-cp", classPath(), main.getName(), argument));
        return words;
    }

    /** Where this class and its neighbours were loaded from. */
    private static String classPath() {
        if (!(WorkerProcess.class.getClassLoader() instanceof URLClassLoader loader)) {
            return System.getProperty("java.class.path");
        }
        // Another program holds vigil by a loader of its own, as a test launcher does.
        List<String> places = new ArrayList<>();
        for (URL place : loader.getURLs()) {
            places.add(Path.of(URI.create(place.toString())).toString());
        }
        return String.join(File.pathSeparator, places);
    }

    /** Hands in a job; the reply comes as its future says, or {@link Died} does. */
    CompletableFuture<Reply> submit(DecodeWire.Job job) {
        Pending mine = new Pending(job.mostPayload());
        synchronized (this) {
            if (ended) {
                mine.reply.completeExceptionally(new Died(false));
                return mine.reply;
            }
            long id = ++latest;
            pending.put(id, mine);
            outbox.add(new DecodeWire.Numbered(id, job));
        }
        return mine.reply;
    }

    boolean isAlive() {
        synchronized (this) {
            return !ended;
        }
    }

    /** Ends it at once; jobs that wait are told that another was the cause. */
    void kill() {
        end(false);
    }

    private void end(boolean byItself) {
        List<Pending> waiting;
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            waiting = new ArrayList<>(pending.values());
            pending.clear();
        }
        process.destroyForcibly();
        // Wakes the writer, which then finds the pipe closed.
        outbox.add(new DecodeWire.Numbered(-1, null));
        ready.completeExceptionally(new Died(byItself));
        for (Pending one : waiting) {
            one.reply.completeExceptionally(new Died(byItself && waiting.size() == 1));
        }
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            DecodeWire.requireMagic(in);
            ready.complete(null);
            while (true) {
                DecodeWire.requireMagic(in);
                long id = in.readLong();
                Pending one = pending.get(id);
                if (one == null) {
                    throw new IOException("an answer that nobody waits for");
                }
                int status = in.readUnsignedByte();
                byte[] payload = DecodeWire.exactly(in, DecodeWire.bounded(in.readInt(), one.mostPayload));
                pending.remove(id);
                one.reply.complete(new Reply(status, payload));
            }
        } catch (IOException | OutOfMemoryError e) {
            // Ended, or no longer to be trusted: one and the same.
        } finally {
            end(true);
        }
    }

    private void write() {
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16))) {
            while (isAlive()) {
                DecodeWire.Numbered next = outbox.take();
                if (next.job() == null) {
                    return;
                }
                DecodeWire.writeJob(out, next.id(), next.job());
            }
        } catch (IOException e) {
            // The reader sees the end, too, and tells those who wait.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }
}
