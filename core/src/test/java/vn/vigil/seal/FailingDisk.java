package vn.vigil.seal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;

/** The real disk, until call number {@code fatal}, and then none at all except for clearing away. */
final class FailingDisk implements Disk {
    private final int fatal;
    private final IOException fault;
    private int calls;

    FailingDisk(int fatal, IOException fault) {
        this.fatal = fatal;
        this.fault = fault;
    }

    private void call() throws IOException {
        if (++calls == fatal) {
            throw fault;
        }
    }

    /** How many calls there were. */
    int calls() {
        return calls;
    }

    @Override
    public Out create(Path file) throws IOException {
        call();
        Out real = REAL.create(file);
        return new Out() {
            @Override
            public void write(ByteBuffer bytes) throws IOException {
                call();
                real.write(bytes);
            }

            @Override
            public void force() throws IOException {
                call();
                real.force();
            }

            @Override
            public void close() throws IOException {
                real.close();
                call();
            }
        };
    }

    @Override
    public void publish(Path partial, Path target) throws IOException {
        call();
        REAL.publish(partial, target);
    }

    @Override
    public void delete(Path file) throws IOException {
        REAL.delete(file);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        call();
        REAL.syncFolder(folder);
    }
}
