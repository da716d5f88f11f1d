package vn.vigil.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import vn.vigil.base.CameraId;
import vn.vigil.base.Codec;
import vn.vigil.base.TimeSpan;
import vn.vigil.media.LumaThumb;

/**
 * What cron sees of a site's cameras in a long time: outages of minutes and of days, flapping lines, faults of the picture,
 * maintenance, cameras left alone for a refused login, and hours in which vigil itself did not run. The same seed gives the same.
 */
final class YearOfLooks {
    static final Duration PACE = Duration.ofMinutes(5);
    private static final int A_DAY = 288;

    final Instant from;
    final int runs;
    final List<Camera> cameras = new ArrayList<>();
    final List<List<TimeSpan>> maintenance = new ArrayList<>();
    /** By camera and run: 0 not looked at, 1 up, 2 degraded, 3 down. */
    private final byte[][] seen;

    YearOfLooks(long seed, Instant from, int cameraCount, int days) {
        this.from = from;
        runs = days * A_DAY;
        seen = new byte[cameraCount][runs];
        Random random = new Random(seed);
        for (int c = 0; c < cameraCount; c++) {
            cameras.add(camera(c));
            states(seen[c], random);
            maintenance.add(windows(random));
        }
        for (int i = 0; i < days / 60; i++) {
            int begin = random.nextInt(runs);
            int end = Math.min(runs, begin + 12 + random.nextInt(A_DAY / 2));
            for (byte[] camera : seen) {
                java.util.Arrays.fill(camera, begin, end, (byte) 0);
            }
        }
    }

    static Camera camera(int number) {
        return new Camera(
                new CameraId("cam-" + number),
                "Camera " + number,
                "rtsp://192.0.2.1:554/" + number,
                null,
                "192.0.2.1:80",
                null,
                null,
                null,
                number % 10 == 0,
                "",
                DeviceFacts.NONE,
                Route.plain("192.0.2.1:80"),
                Card.EMPTY);
    }

    static Remembered remembered(CameraState state, Instant since, Instant at) {
        return new Remembered(state, since, List.of(), null, null, null, at, Baseline.NONE, null, Instant.EPOCH);
    }

    /** A conversation that only brought a picture, or nothing to remember. */
    static Observation seen(LumaThumb picture) {
        return new Observation(
                Observation.Failure.NONE,
                null,
                null,
                false,
                false,
                DeviceFacts.NONE,
                null,
                picture,
                null,
                null,
                null,
                null,
                false);
    }

    private static void states(byte[] out, Random random) {
        int i = 0;
        while (i < out.length) {
            int good = 1 + (int) (-Math.log(1 - random.nextDouble()) * 12 * A_DAY);
            i = fill(out, i, good, 1);
            int kind = random.nextInt(10);
            if (kind < 5) {
                i = fill(out, i, 1 + (int) Math.exp(random.nextGaussian() * 1.5 + 1.5), 3);
            } else if (kind < 8) {
                i = fill(out, i, 1 + random.nextInt(A_DAY), 2);
            } else if (kind < 9) {
                for (int flap = random.nextInt(40); flap >= 0; flap--) {
                    i = fill(out, i, 1, 1 + random.nextInt(3));
                }
            } else {
                i = fill(out, i, random.nextInt(2 * A_DAY), 0);
            }
        }
    }

    private static int fill(byte[] out, int from, int count, int state) {
        int to = Math.min(out.length, from + count);
        java.util.Arrays.fill(out, from, to, (byte) state);
        return to;
    }

    private List<TimeSpan> windows(Random random) {
        List<TimeSpan> windows = new ArrayList<>();
        long at = random.nextInt(90 * A_DAY);
        while (at < runs) {
            Instant begin = from.plus(PACE.multipliedBy(at)).plusSeconds(random.nextInt(600));
            windows.add(new TimeSpan(begin, begin.plusSeconds(1800 + random.nextInt(4 * 3600))));
            at += 40L * A_DAY + random.nextInt(100 * A_DAY);
        }
        return windows;
    }

    Instant began(int run) {
        return from.plus(PACE.multipliedBy(run));
    }

    Instant at(int camera, int run) {
        return began(run).plusMillis(97L * camera);
    }

    CameraState state(int camera, int run) {
        return switch (seen[camera][run]) {
            case 1 -> CameraState.UP;
            case 2 -> CameraState.DEGRADED;
            case 3 -> CameraState.DOWN;
            default -> CameraState.NOT_CHECKED;
        };
    }

    /** Tenths of pictures a second; 0 when there was no video. */
    int fps10(int camera, int run) {
        return seen[camera][run] == 3 ? 0 : 120 + (camera * 31 + run * 7) % 13;
    }

    int kbps(int camera, int run) {
        return seen[camera][run] == 3 ? 0 : 700 + (camera * 17 + run * 11) % 400;
    }

    int packets(int camera, int run) {
        return seen[camera][run] == 3 ? 0 : 180 + (camera * 13 + run * 5) % 90;
    }

    int lost(int camera, int run) {
        return seen[camera][run] == 2 ? (camera + run) % 20 : 0;
    }

    /** A clock that runs away by up to two seconds a week and is set right once in one; null when nothing was told. */
    Integer offset(int camera, int run) {
        return seen[camera][run] == 3 ? null : (run % (7 * A_DAY)) * (camera % 9 - 4) / 4 + (camera + run * 3) % 40;
    }

    CameraVerdict verdict(int camera, int run, Remembered before) {
        CameraState state = state(camera, run);
        Instant at = at(camera, run);
        List<Finding> findings =
                switch (state) {
                    case DOWN -> List.of(Finding.UNREACHABLE);
                    case DEGRADED -> List.of(Finding.LOW_BITRATE, Finding.LOSS);
                    default -> List.of();
                };
        PictureFacts picture = state == CameraState.DOWN || state == CameraState.NOT_CHECKED
                ? null
                : new PictureFacts(
                        Codec.H264,
                        640,
                        360,
                        fps10(camera, run) / 10.0,
                        kbps(camera, run) * 1000L,
                        Duration.ZERO,
                        packets(camera, run),
                        lost(camera, run),
                        90);
        Integer offset = offset(camera, run);
        ClockReading clock = offset == null
                ? null
                : new ClockReading(Duration.ofMillis(offset), Duration.ofMillis(510), ClockReading.How.ONVIF, at);
        boolean same = before != null && before.state() == state;
        return new CameraVerdict(
                cameras.get(camera), state, findings, null, true, at, same ? before.since() : at, clock, picture);
    }
}
