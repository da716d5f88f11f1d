package vn.vigil.seal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** What the writer asks of the disk; tests hand in one that fails at the N-th call. */
interface Disk {
    /** A file being written. */
    interface Out extends Closeable {
        /** Writes all that remains in the buffer. */
        void write(ByteBuffer bytes) throws IOException;

        /** Returns once the bytes are on the medium. */
        void force() throws IOException;
    }

    /** A new file of mode 0600; fails when there is one. */
    Out create(Path file) throws IOException;

    /**
     * Gives a finished file its name; fails when that name is taken, also by somebody in the same moment. The other name may stay
     * and is the caller's to delete.
     */
    void publish(Path partial, Path target) throws IOException;

    void delete(Path file) throws IOException;

    /** Brings a folder's names to the medium. */
    void syncFolder(Path folder) throws IOException;

    Disk REAL = new Disk() {
        @Override
        public Out create(Path file) throws IOException {
            Set<OpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            FileChannel channel = FileChannel.open(file, options, mode(file, "rw-------"));
            return new Out() {
                @Override
                public void write(ByteBuffer bytes) throws IOException {
                    while (bytes.hasRemaining()) {
                        channel.write(bytes);
                    }
                }

                @Override
                public void force() throws IOException {
                    channel.force(true);
                }

                @Override
                public void close() throws IOException {
                    channel.close();
                }
            };
        }

        @Override
        public void publish(Path partial, Path target) throws IOException {
            try {
                Files.createLink(target, partial);
            } catch (FileAlreadyExistsException e) {
                throw e;
            } catch (UnsupportedOperationException | FileSystemException e) {
                // No hard links here (FAT, some network disks): reserve the name, then rename over the empty
                // reservation.
                Files.createFile(target);
                try {
                    Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException failed) {
                    Files.delete(target);
                    throw failed;
                }
            }
        }

        @Override
        public void delete(Path file) throws IOException {
            Files.deleteIfExists(file);
        }

        @Override
        public void syncFolder(Path folder) throws IOException {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
        }
    };

    /** The mode as an attribute for the making of a file or folder; none where the file system has no modes. */
    static FileAttribute<?>[] mode(Path file, String mode) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
