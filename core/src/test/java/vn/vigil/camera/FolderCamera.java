package vn.vigil.camera;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.CameraId;
import vn.vigil.base.TrackFormat;
import vn.vigil.media.Captured;
import vn.vigil.media.Mp4Writer;
import vn.vigil.store.Store;

/** A camera whose footage another recorder lays into a folder, and that recorder's files. */
public final class FolderCamera {
    static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    private FolderCamera() {}

    /** A camera of the inventory with nothing but a folder. */
    public static Camera of(String id, String folder) {
        return new Camera(
                new CameraId(id),
                id,
                null,
                null,
                null,
                null,
                null,
                null,
                false,
                "",
                DeviceFacts.NONE,
                new Route(DriverKind.FOLDER, null, 1, folder, false, null, null),
                Card.EMPTY);
    }

    /** Puts it into the inventory. */
    public static void add(Store store, Camera camera, Instant now) {
        store.write(tx -> {
            new SqlCameraStore().insert(tx, camera, now);
            return null;
        });
    }

    static FolderDriver driver(vn.vigil.base.World world, String folder) {
        return new FolderDriver(world, HANOI, of("gate-1", folder));
    }

    /** As MediaMTX names a segment, local time. */
    public static Path mediaMtx(Path root, Instant from) {
        return root.resolve(name("yyyy-MM-dd_HH-mm-ss-SSSSSS", from, HANOI) + ".mp4");
    }

    /** As Frigate names a segment, UTC. */
    static Path frigate(Path root, Instant from) {
        return root.resolve(name("yyyy-MM-dd/HH/'gate-1'/mm.ss", from, ZoneOffset.UTC) + ".mp4");
    }

    /** As {@code ffmpeg -strftime 1 -f segment gate-1_%Y%m%d_%H%M%S.mp4} names it, local time. */
    static Path ffmpeg(Path root, Instant from) {
        return root.resolve(name("'gate-1_'yyyyMMdd_HHmmss", from, HANOI) + ".mp4");
    }

    private static String name(String pattern, Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(at.atZone(zone));
    }

    /** A segment of four seconds with reordered pictures, 25 a second, a key frame each second. */
    public static Path segment(Path file) {
        return segment(file, Captured.h264().format(), Captured.h264().units());
    }

    public static Path segment(Path file, TrackFormat format, List<AccessUnit> units) {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Mp4Writer writer = Mp4Writer.create(file, List.of(format), Duration.ZERO)) {
            units.forEach(writer::write);
            writer.finish();
        }
        return file;
    }
}
