package vn.vigil.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.Deadline;
import vn.vigil.base.TrackFormat;
import vn.vigil.base.World;

/** Decoding goes on in a process that may die, hang or be refused by the system, and nothing worse than a reason comes of it. */
class DecodersTest {
    private static final Captured H264 = Captured.h264();
    private static final AccessUnit KEY = H264.units().get(0);

    @Test
    void theOtherProcessGivesWhatThisOneWould() {
        try (Decoders decoders = new Decoders()) {
            for (Captured source : List.of(H264, Captured.h265())) {
                AccessUnit key = source.units().get(0);
                Glance here = PictureDecoder.glance(source.format(), key, 256);
                Glance there = decoders.glance(source.format(), key, 256, soon());
                assertArrayEquals(here.thumb().bytes(), there.thumb().bytes());
                assertEquals(here.luma(), there.luma());
                assertEquals(here.mean(), there.mean());
                assertEquals(here.measures().sharpness(), there.measures().sharpness());
                assertEquals(here.measures().dark(), there.measures().dark());
                assertArrayEquals(
                        here.measures().edges().cells(),
                        there.measures().edges().cells());
                assertEquals(List.of(320, 180), List.of(there.width(), there.height()));
                Picture picture = decoders.picture(source.format(), source.units(), soon());
                Picture same = PictureDecoder.decode(source.format(), source.units());
                assertArrayEquals(same.luma(), picture.luma());
                assertArrayEquals(same.red(), picture.red());
                assertEquals(
                        PictureDecoder.thumbs(source.format(), source.units()).size(),
                        decoders.thumbs(source.format(), source.units(), soon()).size());
            }
            refused(
                    MediaException.Reason.UNDECODABLE,
                    () -> decoders.glance(H264.format(), H264.units().get(1), 60, soon()));
            refused(
                    MediaException.Reason.UNSUPPORTED,
                    () -> decoders.glance(new TrackFormat(Codec.PCMA, 8000, 1, List.of()), KEY, 60, soon()));
            AccessUnit huge = Captured.unit(new byte[DecodeWire.MOST_JOB_BYTES + 1], true, 0);
            refused(MediaException.Reason.MALFORMED, () -> decoders.glance(H264.format(), huge, 60, soon()));
            assertEquals(1, workers().size(), "one process did it all");
        }
        assertNoneLeft();
    }

    @Test
    void aProcessKilledOverAJobCostsThatJobOnly() throws Exception {
        try (Decoders decoders = new Decoders(2, Duration.ofSeconds(20))) {
            decoders.glance(H264.format(), KEY, 60, soon());
            ProcessHandle first = workers().get(0);
            signal("STOP", first);
            Future<Glance> asked = inBackground(() -> decoders.glance(H264.format(), KEY, 60, soon()));
            assertThrows(java.util.concurrent.TimeoutException.class, () -> asked.get(200, TimeUnit.MILLISECONDS));
            first.destroyForcibly();
            ExecutionException told = assertThrows(ExecutionException.class, asked::get);
            MediaException why = (MediaException) told.getCause();
            assertEquals(MediaException.Reason.WORKER_DIED, why.reason());
            assertTrue(why.isDecoderFailure());
            assertEquals(320, decoders.glance(H264.format(), KEY, 60, soon()).width(), "a new one took over");
            assertFalse(workers().contains(first));
        }
        assertNoneLeft();
    }

    @Test
    void whoOnlyStoodBesideADeathIsServedAfterwards() throws Exception {
        try (Decoders decoders = new Decoders(2, Duration.ofSeconds(20))) {
            decoders.glance(H264.format(), KEY, 60, soon());
            ProcessHandle first = workers().get(0);
            signal("STOP", first);
            Future<Glance> one = inBackground(() -> decoders.glance(H264.format(), KEY, 60, soon()));
            Future<Glance> other = inBackground(() -> decoders.glance(H264.format(), KEY, 60, soon()));
            assertThrows(java.util.concurrent.TimeoutException.class, () -> other.get(200, TimeUnit.MILLISECONDS));
            first.destroyForcibly();
            assertEquals(320, one.get().width());
            assertEquals(320, other.get().width());
        }
        assertNoneLeft();
    }

    @Test
    void aProcessThatHangsIsEndedAndReplaced() throws Exception {
        try (Decoders decoders = new Decoders(2, Duration.ofMillis(400))) {
            decoders.glance(H264.format(), KEY, 60, soon());
            ProcessHandle first = workers().get(0);
            signal("STOP", first);
            // More than a pipe holds, so that the writing hangs, too.
            byte[] large = new byte[4 + (1 << 20)];
            large[1] = 16;
            List<AccessUnit> units = List.of(KEY, Captured.unit(large, false, 1));
            refused(MediaException.Reason.TIMED_OUT, () -> decoders.thumbs(H264.format(), units, soon()));
            assertEquals(320, decoders.glance(H264.format(), KEY, 60, soon()).width());
            assertFalse(workers().contains(first));
        }
        assertNoneLeft();
    }

    @Test
    void whereNoProcessStartsTheDecoderIsUnavailable() {
        for (List<String> command : List.of(
                List.of("/nonexistent/java"),
                List.of("/bin/false"),
                List.of("/bin/sh", "-c", "echo hello; exec sleep 5"))) {
            try (Decoders decoders = new Decoders(1, Duration.ofSeconds(5), command)) {
                decoders.warm();
                refused(MediaException.Reason.UNAVAILABLE, () -> decoders.glance(H264.format(), KEY, 60, soon()));
                refused(MediaException.Reason.UNAVAILABLE, () -> decoders.glance(H264.format(), KEY, 60, soon()));
            }
        }
    }

    @Test
    void spoiledKeyFramesNeverDoWorseThanAReason() {
        Random spoil = new Random(20261125);
        int pictures = 0;
        int refused = 0;
        try (Decoders decoders = new Decoders()) {
            for (Captured source : List.of(H264, Captured.h265())) {
                for (int round = 0; round < 200; round++) {
                    byte[] data = source.units().get(0).data().clone();
                    for (int flips = 1 + spoil.nextInt(40); flips > 0; flips--) {
                        data[spoil.nextInt(data.length)] ^= (byte) (1 << spoil.nextInt(8));
                    }
                    try {
                        decoders.glance(source.format(), Captured.unit(data, true, 0), 60, soon());
                        pictures++;
                    } catch (MediaException e) {
                        refused++;
                    }
                }
            }
            byte[] noise = new byte[50_000];
            spoil.nextBytes(noise);
            assertThrows(
                    MediaException.class,
                    () -> decoders.glance(H264.format(), Captured.unit(Nal.join(List.of(noise)), true, 0), 60, soon()));
            assertEquals(320, decoders.glance(H264.format(), KEY, 60, soon()).width());
        }
        assertTrue(pictures > 10 && refused > 10, pictures + " decoded, " + refused + " refused");
    }

    @Test
    void thirtyTwoAtOnceShareOneSmallProcess() throws Exception {
        try (Decoders decoders = new Decoders()) {
            List<Future<Glance>> all = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                all.add(inBackground(() -> decoders.glance(H264.format(), KEY, 60, soon())));
            }
            byte[] expected =
                    PictureDecoder.glance(H264.format(), KEY, 60).thumb().bytes();
            for (Future<Glance> one : all) {
                assertArrayEquals(expected, one.get().thumb().bytes());
            }
            assertEquals(1, workers().size());
            Path status = Path.of("/proc", Long.toString(workers().get(0).pid()), "status");
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith("VmHWM:")) {
                    long kib = Long.parseLong(line.replaceAll("[^0-9]", ""));
                    assertTrue(kib < 150 * 1024, line);
                }
            }
        }
        assertNoneLeft();
    }

    @Test
    void theProcessEndsWithTheOneThatStartedIt() throws Exception {
        // What its parent's death looks like from inside: the input ends, here in the middle of a job.
        Process worker = new ProcessBuilder(WorkerProcess.command(2))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertEquals(DecodeWire.MAGIC, new java.io.DataInputStream(worker.getInputStream()).readInt());
        OutputStream in = worker.getOutputStream();
        in.write(new byte[] {0x56, 0x47});
        in.close();
        assertTrue(worker.waitFor(5, TimeUnit.SECONDS));
        assertEquals(0, worker.exitValue());

        Process nonsense = new ProcessBuilder(WorkerProcess.command(2))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        nonsense.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        nonsense.getOutputStream().flush();
        assertTrue(nonsense.waitFor(10, TimeUnit.SECONDS), "it takes no other language");
    }

    private static Deadline soon() {
        return Deadline.in(World.real(), Duration.ofSeconds(30));
    }

    private static List<ProcessHandle> workers() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    private static void assertNoneLeft() {
        workers()
                .forEach(
                        worker -> worker.onExit().orTimeout(5, TimeUnit.SECONDS).join());
    }

    private static void signal(String name, ProcessHandle process) throws Exception {
        assertEquals(
                0,
                new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                        .start()
                        .waitFor());
    }

    private static <T> Future<T> inBackground(java.util.concurrent.Callable<T> task) {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try {
            return one.submit(task);
        } finally {
            one.shutdown();
        }
    }

    private static void refused(MediaException.Reason reason, org.junit.jupiter.api.function.Executable what) {
        assertEquals(reason, assertThrows(MediaException.class, what).reason());
    }
}
