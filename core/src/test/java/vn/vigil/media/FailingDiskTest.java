package vn.vigil.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whichever write or sync fails, a clip is never called done. */
class FailingDiskTest {
    @TempDir
    Path folder;

    @Test
    void everyFailureIsToldAndNoneIsCalledDone() {
        int steps = steps(Integer.MAX_VALUE);
        assertTrue(steps >= 5, "writes, sync and folder sync: " + steps);
        for (int n = 1; n <= steps; n++) {
            int failing = n;
            MediaException told = assertThrows(MediaException.class, () -> steps(failing), "step " + n);
            assertEquals(MediaException.Reason.DISK_FULL, told.reason());
        }
    }

    /** Writes a clip with sound beside; the {@code failAt}-th step of the disk fails. */
    private int steps(int failAt) {
        FullDisk disk = new FullDisk(failAt);
        Captured source = Captured.h265();
        Path file = folder.resolve("clip" + failAt + ".mp4");
        try (Mp4Writer writer = Mp4Writer.create(disk, file, java.util.List.of(source.format()), Duration.ZERO)) {
            source.units().forEach(writer::write);
            writer.finish();
        }
        return disk.steps;
    }

    private static final class FullDisk implements Disk {
        private final int failAt;
        private int steps;

        FullDisk(int failAt) {
            this.failAt = failAt;
        }

        private void step() throws IOException {
            if (++steps == failAt) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public SeekableByteChannel create(Path file) throws IOException {
            step();
            SeekableByteChannel real = REAL.create(file);
            return new Counted(real);
        }

        @Override
        public void sync(SeekableByteChannel channel) throws IOException {
            step();
            REAL.sync(((Counted) channel).real);
        }

        @Override
        public void syncFolder(Path folder) throws IOException {
            step();
            REAL.syncFolder(folder);
        }

        private final class Counted implements SeekableByteChannel {
            private final SeekableByteChannel real;

            Counted(SeekableByteChannel real) {
                this.real = real;
            }

            @Override
            public int write(ByteBuffer from) throws IOException {
                step();
                return real.write(from);
            }

            @Override
            public int read(ByteBuffer into) throws IOException {
                return real.read(into);
            }

            @Override
            public long position() throws IOException {
                return real.position();
            }

            @Override
            public SeekableByteChannel position(long to) throws IOException {
                real.position(to);
                return this;
            }

            @Override
            public long size() throws IOException {
                return real.size();
            }

            @Override
            public SeekableByteChannel truncate(long size) throws IOException {
                real.truncate(size);
                return this;
            }

            @Override
            public boolean isOpen() {
                return real.isOpen();
            }

            @Override
            public void close() throws IOException {
                real.close();
            }
        }
    }
}
