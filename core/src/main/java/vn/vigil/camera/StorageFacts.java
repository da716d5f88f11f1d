package vn.vigil.camera;

import java.time.Instant;
import java.util.List;

/**
 * How a recorder stands. Times are camera time.
 *
 * @param disks empty when none are told
 * @param oldest the earliest recording, or null when not told
 * @param newest the latest, or null when not told
 */
public record StorageFacts(List<Disk> disks, Instant oldest, Instant newest) {
    /** Nothing told. */
    static final StorageFacts NONE = new StorageFacts(List.of(), null, null);

    public StorageFacts {
        disks = List.copyOf(disks);
    }

    /**
     * One disk.
     *
     * @param name the device's own
     * @param status the device's own word
     * @param healthy whether that word means that it works
     * @param bytes capacity; 0 when not told
     * @param free free bytes; −1 when not told
     */
    public record Disk(String name, String status, boolean healthy, long bytes, long free) {}
}
