package vn.vigil.sim;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import vn.vigil.base.World;

/** What a {@link Fault#SLOW} camera writes through: late, and in small pieces. */
final class SlowOutput extends OutputStream {
    private static final int PIECE = 64;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final World world;
    private final OutputStream out;

    SlowOutput(World world, OutputStream out) {
        this.world = world;
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] data, int from, int length) throws IOException {
        world.sleep(Duration.ofSeconds(Fault.SLOW_SECONDS));
        for (int at = 0; at < length; at += PIECE) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IOException("closed while trickling");
            }
            out.write(data, from + at, Math.min(PIECE, length - at));
            world.sleep(PAUSE);
        }
    }
}
