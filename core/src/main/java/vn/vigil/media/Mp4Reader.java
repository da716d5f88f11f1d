package vn.vigil.media;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import vn.vigil.base.Codec;

/**
 * Reads clips back from disk, to hold them against what was written. An MP4 is read by plain Java; FFmpeg is only asked for Matroska,
 * and to decode. Stateless; safe for use by several threads. The file's
 * own hash is taken on a second thread while the units are walked.
 */
public final class Mp4Reader {
    private static final int CHUNK = 1 << 18;

    private Mp4Reader() {}

    /**
     * Reads every coded unit of an MP4 or Matroska file without decoding, and hashes file and essence in one go. The first
     * track of pictures and the first of sound count; sound that lies beside is read by a call of its own.
     *
     * @throws MediaException {@code IO}, {@code MALFORMED}, {@code UNSUPPORTED}
     */
    public static ClipFacts read(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            FutureTask<String> whole = new FutureTask<>(() -> hash(channel));
            Thread hashing = new Thread(whole, "file-hash");
            hashing.setDaemon(true);
            hashing.start();
            try {
                ClipFacts facts = units(file, channel, 0, channel.size());
                return new ClipFacts(file, facts.bytes(), whole.get(), facts.video(), facts.audio(), null, 0, 0);
            } finally {
                // Never by interruption: that would close the channel under the reader's feet.
                whole.cancel(false);
            }
        } catch (IOException e) {
            throw Disk.failed(file, e);
        } catch (ExecutionException e) {
            throw Disk.failed(file, new IOException(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MediaException(MediaException.Reason.IO, "interrupted", e);
        }
    }

    /**
     * As {@link #read(Path)} for a clip that lies as it is inside another file, as in an archive that stores its entries
     * uncompressed; nothing is copied out. {@link ClipFacts#sha256()} is null, since whoever knows the place has hashed it.
     *
     * @param offset where the clip begins
     * @param length how long it is; both within the file
     * @throws MediaException as {@link #read(Path)}
     */
    public static ClipFacts read(Path file, long offset, long length) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (offset < 0 || length < 0 || length > channel.size() - offset) {
                throw new MediaException(
                        MediaException.Reason.MALFORMED, file.getFileName() + " ends before the clip in it");
            }
            return units(file, channel, offset, length);
        } catch (IOException e) {
            throw Disk.failed(file, e);
        }
    }

    private static ClipFacts units(Path file, FileChannel channel, long offset, long length) throws IOException {
        ByteBuffer head = ByteBuffer.allocate(8);
        while (length >= 8 && head.hasRemaining() && channel.read(head, offset + head.position()) >= 0) {
            continue;
        }
        if (head.hasRemaining() || head.getInt(4) != Mp4Index.FTYP) {
            return Demuxed.read(file, channel, offset, length);
        }
        try {
            Mp4Index index = Mp4Index.read(channel, offset, length);
            Mp4Index.Track video = null;
            Mp4Index.Track audio = null;
            for (Mp4Index.Track track : index.tracks()) {
                if (track.codec().video() && video == null) {
                    video = track;
                } else if (track.codec() != Codec.OTHER && !track.codec().video() && audio == null) {
                    audio = track;
                }
            }
            if (video == null && audio == null) {
                throw new Mp4Index.Fault("neither pictures nor sound");
            }
            return new ClipFacts(
                    file,
                    length,
                    null,
                    video == null ? null : facts(channel, offset, video),
                    audio == null ? null : facts(channel, offset, audio),
                    null,
                    0,
                    0);
        } catch (Mp4Index.Fault e) {
            throw new MediaException(MediaException.Reason.MALFORMED, file.getFileName() + ": " + e.getMessage(), e);
        } catch (ArithmeticException e) {
            throw new MediaException(MediaException.Reason.MALFORMED, file.getFileName() + ": times out of range", e);
        }
    }

    private static TrackFacts facts(FileChannel channel, long offset, Mp4Index.Track track)
            throws IOException, Mp4Index.Fault {
        Tally tally = new Tally();
        Stretch stretch = new Stretch(channel, offset);
        track.walk((at, size, time, key) -> {
            tally.add(time, size, key);
            stretch.add(at, size);
        });
        return tally.facts(track.codec(), track.width(), track.height(), track.clockRate(), -1, 0, stretch.digest());
    }

    /**
     * Decodes every picture, as {@link Demuxed} does.
     *
     * @return how many pictures came out, which a sound clip has as many of as {@link TrackFacts#units()}
     * @throws MediaException {@code UNDECODABLE} when the decoder reports an error, else as {@link #read}
     */
    public static int decodeAll(Path file) {
        return Demuxed.decodeAll(file);
    }

    private static String hash(FileChannel channel) throws IOException {
        MessageDigest digest = EssenceHash.sha256();
        ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        for (long at = 0; ; ) {
            int count = channel.read(buffer.clear(), at);
            if (count < 0) {
                return HexFormat.of().formatHex(digest.digest());
            }
            digest.update(buffer.flip());
            at += count;
        }
    }

    /** Hashes units; those that lie behind each other are read together. */
    private static final class Stretch {
        private final FileChannel channel;
        private final long offset;
        private final MessageDigest digest = EssenceHash.sha256();
        private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK);
        private long from;
        private long to;

        Stretch(FileChannel channel, long offset) {
            this.channel = channel;
            this.offset = offset;
        }

        void add(long at, int size) throws IOException {
            if (at != to || to - from >= CHUNK) {
                flush();
                from = at;
            }
            to = at + size;
        }

        private void flush() throws IOException {
            while (from < to) {
                buffer.clear().limit((int) Math.min(CHUNK, to - from));
                int count = channel.read(buffer, offset + from);
                if (count < 0) {
                    throw new EOFException();
                }
                digest.update(buffer.flip());
                from += count;
            }
        }

        String digest() throws IOException {
            flush();
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
