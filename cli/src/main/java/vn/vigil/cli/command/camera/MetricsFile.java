package vn.vigil.cli.command.camera;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.text.Neutral;

/** A file that another program reads at any moment: whole, or the one before. Readable by all, since collectors run as others do. */
final class MetricsFile {
    private MetricsFile() {}

    /** @throws VigilException FAILED when it could not be written; the file before is still there then */
    static void write(Path file, List<String> lines) {
        Path fresh = null;
        try {
            StringBuilder text = new StringBuilder();
            for (String line : lines) {
                text.append(Neutral.line(line)).append('\n');
            }
            Path target = file.toAbsolutePath();
            fresh = Files.createTempFile(target.getParent(), ".vigil-metrics", ".tmp");
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-r--r--"));
            Files.write(fresh, text.toString().getBytes(StandardCharsets.UTF_8));
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            fresh = null;
        } catch (IOException e) {
            throw new VigilException(
                            ErrorKind.FAILED, "VG-CAMERA-METRICS", CameraViewText.METRICS_NOT_WRITTEN.with(file))
                    .causedBy(e);
        } finally {
            delete(fresh);
        }
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // A leftover beside the file harms nobody.
        }
    }
}
