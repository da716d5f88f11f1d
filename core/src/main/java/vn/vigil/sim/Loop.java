package vn.vigil.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.TrackFormat;
import vn.vigil.media.Jpeg;
import vn.vigil.media.PictureDecoder;
import vn.vigil.media.Scene;
import vn.vigil.media.SceneEncoder;

/** A drawn and encoded scene that cameras send round and round. Immutable; safe for use by several threads. */
final class Loop {
    private final TrackFormat format;
    private final List<AccessUnit> units;
    private final List<List<byte[]>> pictures = new ArrayList<>();

    Loop(Scene scene) {
        format = scene.format();
        units = scene.units();
        for (AccessUnit unit : units) {
            pictures.add(split(unit.data()));
        }
    }

    byte[] sps() {
        return format.parameterSets().get(0);
    }

    byte[] pps() {
        return format.parameterSets().get(1);
    }

    /** The NAL units of a picture, parameter sets and delimiters left out. */
    List<byte[]> picture(long number) {
        return pictures.get(Math.floorMod(number, pictures.size()));
    }

    /** The picture as a JPEG file; only for key frames. */
    byte[] jpeg(long keyFrame) {
        AccessUnit unit = units.get(Math.floorMod(keyFrame, units.size()));
        return Jpeg.encode(PictureDecoder.decode(format, List.of(unit)), 90);
    }

    private static List<byte[]> split(byte[] data) {
        List<byte[]> nals = new ArrayList<>();
        int at = 0;
        while (at + 4 <= data.length) {
            int length = (data[at] & 255) << 24
                    | (data[at + 1] & 255) << 16
                    | (data[at + 2] & 255) << 8
                    | data[at + 3] & 255;
            int type = data[at + 4] & 31;
            if (type < 7 || type > 9) {
                byte[] nal = new byte[length];
                System.arraycopy(data, at + 4, nal, 0, length);
                nals.add(nal);
            }
            at += 4 + length;
        }
        return nals;
    }

    /** The loops of a site: each encoded once, on a thread of its own, as soon as it is known to be needed. */
    static final class Library implements AutoCloseable {
        private record Key(PictureSpec picture, SceneEncoder.Look look) {}

        private final Map<Key, FutureTask<Loop>> loops = new ConcurrentHashMap<>();
        private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

        /** Starts to encode what {@code camera} will send. */
        void prepare(CameraSpec camera) {
            task(camera);
        }

        /** Waits until the camera's loop is encoded. */
        Loop of(CameraSpec camera) {
            try {
                return task(camera).get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while the scene was being encoded", e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("the scene could not be encoded", e.getCause());
            }
        }

        /** Waits for what is being encoded: it cannot be broken off, and is over soon. */
        @Override
        public void close() {
            try {
                for (Thread thread : threads) {
                    thread.join();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private FutureTask<Loop> task(CameraSpec camera) {
            SceneEncoder.Look look = camera.has(Fault.BLACK)
                    ? SceneEncoder.Look.BLACK
                    : camera.has(Fault.FROZEN)
                            ? SceneEncoder.Look.FROZEN
                            : camera.has(Fault.MOVED) ? SceneEncoder.Look.TURNED : SceneEncoder.Look.MOVING;
            return loops.computeIfAbsent(new Key(camera.picture(), look), key -> {
                FutureTask<Loop> task = new FutureTask<>(() -> encode(key));
                Thread thread = new Thread(task, "simulated site scene");
                thread.setDaemon(true);
                threads.add(thread);
                thread.start();
                return task;
            });
        }

        private static Loop encode(Key key) {
            PictureSpec p = key.picture;
            // A still picture needs no more than one group of pictures.
            boolean still = key.look == SceneEncoder.Look.FROZEN || key.look == SceneEncoder.Look.BLACK;
            int seconds = still ? p.secondsPerKeyFrame() : p.loopSeconds();
            SceneEncoder.Spec spec = new SceneEncoder.Spec(
                    "SIMULATED", p.width(), p.height(), p.framesPerSecond(), p.keyEvery(), 400, key.look);
            return new Loop(SceneEncoder.loop(spec, Duration.ofSeconds(seconds)));
        }
    }
}
