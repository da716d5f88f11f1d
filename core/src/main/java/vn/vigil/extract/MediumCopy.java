package vn.vigil.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.seal.Hash;

/**
 * Copies files to a medium that may be pulled out at any moment: each under a passing name, flushed, read back from the medium, and
 * only then named. Media are FAT more often than not: no modes, no links. One thread.
 */
final class MediumCopy {
    /** FAT32 holds no longer file. */
    static final long FAT32 = (4L << 30) - 1;

    private static final int CHUNK = 1 << 20;

    private final Path folder;

    /** @throws VigilException NOT_FOUND when the medium's folder is not there */
    MediumCopy(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new VigilException(
                            ErrorKind.NOT_FOUND, "VG-EXTRACT-NO-MEDIUM", ExtractText.NO_MEDIUM.with(folder.toString()))
                    .next(ExtractText.NO_MEDIUM_NEXT.with());
        }
        this.folder = folder;
    }

    /**
     * Copies one file, or finds it there.
     *
     * @param sha256 what it must be, hex
     * @return where it lies
     * @throws VigilException FAILED when the medium is full, was pulled out, or gives back other bytes; CONFLICT when something else
     *     bears the name. Nothing half-made stays, as far as the medium still answers
     */
    Path put(Path file, String sha256, Progress progress) {
        Path target = folder.resolve(file.getFileName().toString());
        Path partial = folder.resolve(file.getFileName() + ".part");
        try {
            if (Files.exists(target)) {
                if (Hash.hex(Hash.sha256(target)).equals(sha256)) {
                    return target;
                }
                throw new VigilException(
                        ErrorKind.CONFLICT, "VG-EXTRACT-MEDIUM", ExtractText.MEDIUM_OTHER.with(target.toString()));
            }
            long size = Files.size(file);
            if (Files.getFileStore(folder).getUsableSpace() < size) {
                throw failed(ExtractText.MEDIUM_FULL.with(size >> 20));
            }
            copy(file, partial, size, progress);
            if (!Hash.hex(Hash.sha256(partial)).equals(sha256)) {
                throw failed(
                        ExtractText.MEDIUM_OTHER_BYTES.with(file.getFileName().toString()));
            }
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
            sync();
            return target;
        } catch (IOException e) {
            throw failed(ExtractText.MEDIUM_BROKE_OFF.with(file.getFileName().toString()))
                    .causedBy(e);
        } finally {
            partial.toFile().delete();
        }
    }

    private void copy(Path file, Path partial, long size, Progress progress) throws IOException {
        Message step = ExtractText.STEP_COPY.with(file.getFileName().toString());
        Files.deleteIfExists(partial);
        try (InputStream in = Files.newInputStream(file);
                FileChannel out = FileChannel.open(partial, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] chunk = new byte[CHUNK];
            long done = 0;
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                ByteBuffer rest = ByteBuffer.wrap(chunk, 0, n);
                while (rest.hasRemaining()) {
                    out.write(rest);
                }
                done += n;
                progress.at(step, done, size, Progress.Unit.BYTES);
            }
            out.force(true);
        }
    }

    private void sync() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private VigilException failed(Message why) {
        return new VigilException(
                        ErrorKind.FAILED, "VG-EXTRACT-MEDIUM", ExtractText.MEDIUM_FAILED.with(folder.toString()))
                .why(why)
                .next(ExtractText.MEDIUM_NEXT.with());
    }
}
