package vn.vigil.media;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;

/**
 * What decoding in another process costs beside decoding in this one: 100 glances at drawn key frames of 1280 × 720, 32 at a
 * time, five rounds each with a process of its own. Prints medians of wall and CPU milliseconds, both processes together.
 */
public final class DecodeBench {
    private static final int ROUNDS = 5;
    private static final int GLANCES = 100;

    private DecodeBench() {}

    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        SceneEncoder.Spec spec = new SceneEncoder.Spec("bench", 1280, 720, 10, 10, 1500, SceneEncoder.Look.MOVING);
        Scene scene = SceneEncoder.loop(spec, Duration.ofSeconds(10));
        List<AccessUnit> keys =
                scene.units().stream().filter(AccessUnit::keyFrame).toList();
        for (AccessUnit key : keys) {
            PictureDecoder.glance(scene.format(), key, 60);
        }
        long[][] inside = new long[ROUNDS][];
        long[][] outside = new long[ROUNDS][];
        long[] first = new long[ROUNDS];
        long[] memory = new long[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long wall = System.nanoTime();
            long cpu = own();
            for (int i = 0; i < GLANCES; i++) {
                PictureDecoder.glance(scene.format(), keys.get(i % keys.size()), 60);
            }
            inside[round] = new long[] {(System.nanoTime() - wall) / 1_000_000, (own() - cpu) / 1_000_000};

            wall = System.nanoTime();
            cpu = own();
            ExecutorService pool = Executors.newFixedThreadPool(32);
            try (Decoders decoders = new Decoders()) {
                List<Future<Glance>> all = new ArrayList<>();
                for (int i = 0; i < GLANCES; i++) {
                    AccessUnit key = keys.get(i % keys.size());
                    all.add(pool.submit(() -> decoders.glance(
                            scene.format(), key, 60, Deadline.in(World.real(), Duration.ofMinutes(1)))));
                }
                all.get(0).get();
                first[round] = (System.nanoTime() - wall) / 1_000_000;
                for (Future<Glance> one : all) {
                    one.get();
                }
                ProcessHandle worker =
                        ProcessHandle.current().descendants().findFirst().orElseThrow();
                long theirs =
                        worker.info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
                memory[round] = highWater(worker.pid());
                outside[round] =
                        new long[] {(System.nanoTime() - wall) / 1_000_000, (own() - cpu) / 1_000_000 + theirs};
            }
            pool.shutdown();
        }
        out.println(keys.get(0).data().length + " bytes a key frame, " + GLANCES + " glances, " + ROUNDS + " rounds");
        out.println("in this process, warm      wall " + median(inside, 0) + " ms, cpu " + median(inside, 1) + " ms");
        out.println("in another, start included wall " + median(outside, 0) + " ms, cpu " + median(outside, 1)
                + " ms, first answer " + median(first) + " ms, at most " + median(memory) + " MiB");
    }

    private static long own() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static long highWater(long pid) throws Exception {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith("VmHWM:")) {
                return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024;
            }
        }
        return -1;
    }

    private static long median(long[][] rounds, int column) {
        return median(Arrays.stream(rounds).mapToLong(r -> r[column]).toArray());
    }

    private static long median(long[] values) {
        long[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
