package vn.vigil.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.Set;

/** The few things that are asked of a file system; the seam at which tests let the N-th of them fail. */
interface Disk {
    /** A new file of the owner only, whatever the umask. */
    SeekableByteChannel create(Path file) throws IOException;

    /** Data and metadata are on the medium when this returns. */
    void sync(SeekableByteChannel channel) throws IOException;

    /** The entry of a new file in its folder is on the medium when this returns. */
    void syncFolder(Path folder) throws IOException;

    Disk REAL = new Disk() {
        @Override
        public SeekableByteChannel create(Path file) throws IOException {
            return Files.newByteChannel(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }

        @Override
        public void sync(SeekableByteChannel channel) throws IOException {
            ((FileChannel) channel).force(true);
        }

        @Override
        public void syncFolder(Path folder) throws IOException {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    };

    /** The failure as callers are to see it. The messages are the C library's, hence the second look at the room left. */
    static MediaException failed(Path file, IOException e) {
        if (e instanceof FileAlreadyExistsException) {
            return new MediaException(MediaException.Reason.EXISTS, file.getFileName() + " exists already", e);
        }
        String why = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean full = why.contains("no space left") || why.contains("quota exceeded");
        if (!full) {
            try {
                Path folder = file.toAbsolutePath().getParent();
                full = Files.getFileStore(folder).getUsableSpace() < 4096;
            } catch (IOException unknown) {
                e.addSuppressed(unknown);
            }
        }
        return new MediaException(
                full ? MediaException.Reason.DISK_FULL : MediaException.Reason.IO,
                (full ? "no room left for " : "cannot write or read ") + file.getFileName(),
                e);
    }
}
