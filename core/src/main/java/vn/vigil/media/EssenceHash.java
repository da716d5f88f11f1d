package vn.vigil.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * SHA-256 on a thread of its own, so that hashing costs no time beside writing. Units are queued by reference, some few
 * hundred at most. Used by one thread; always ended by {@link #hex()} or {@link #stop()}.
 */
final class EssenceHash {
    private static final byte[] END = new byte[0];

    private final MessageDigest digest = sha256();
    private final ArrayBlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(256);
    private final Thread thread;

    EssenceHash() {
        thread = new Thread(this::run, "essence-hash");
        thread.setDaemon(true);
        thread.start();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void run() {
        try {
            for (byte[] unit = queue.take(); unit != END; unit = queue.take()) {
                digest.update(unit);
            }
        } catch (InterruptedException e) {
            // Stopped without a result.
        }
    }

    void add(byte[] unit) {
        put(unit);
    }

    /** Waits for the rest; the hash so far, lower-case hex. Ends the thread. */
    String hex() {
        put(END);
        boolean interrupted = false;
        while (true) {
            try {
                thread.join();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Ends the thread without a result. May be called again, and after {@link #hex()}. */
    void stop() {
        thread.interrupt();
    }

    private void put(byte[] unit) {
        try {
            queue.put(unit);
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new MediaException(MediaException.Reason.IO, "interrupted", e);
        }
    }
}
