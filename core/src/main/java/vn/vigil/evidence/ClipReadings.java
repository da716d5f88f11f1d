package vn.vigil.evidence;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import vn.vigil.media.ClipFacts;
import vn.vigil.media.MediaException;
import vn.vigil.media.Mp4Reader;
import vn.vigil.seal.AsiceReader;

/**
 * Reads the clips of a package where they lie, on a thread of its own, while the container is being hashed: the two readings of a
 * large package cost about the time of one.
 */
final class ClipReadings {
    private final Map<String, FutureTask<ClipFacts>> readings = new LinkedHashMap<>();

    /** Begins to read every clip that the container names. */
    ClipReadings(Path file, AsiceReader reader) {
        for (String name : reader.names()) {
            if (name.startsWith(PackageVerifier.CLIPS) && name.endsWith(".mp4")) {
                long offset = reader.offset(name);
                long length = reader.size(name);
                readings.put(name, new FutureTask<>(() -> Mp4Reader.read(file, offset, length)));
            }
        }
        Thread thread = new Thread(() -> readings.values().forEach(FutureTask::run), "clip readings");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * What a clip holds.
     *
     * @return null when there is no such clip
     * @throws MediaException when it cannot be read as one
     */
    ClipFacts of(String name) {
        FutureTask<ClipFacts> reading = readings.get(name);
        if (reading == null) {
            return null;
        }
        try {
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof MediaException m) {
                throw m;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Leaves unread what nobody asked for yet. */
    void stop() {
        readings.values().forEach(reading -> reading.cancel(false));
    }
}
