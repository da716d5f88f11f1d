package vn.vigil.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import vn.vigil.base.Codec;

/**
 * Reads clips back from disk, to hold them against what was written. Stateless; safe for use by several threads. The file's
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
        try (Demuxer in = new Demuxer(file, channel, offset, length)) {
            Track video = null;
            Track audio = null;
            for (int i = 0; i < in.tracks(); i++) {
                Codec codec = in.codec(i);
                if (codec.video() && video == null) {
                    video = new Track(i, in);
                } else if (codec != Codec.OTHER && !codec.video() && audio == null) {
                    audio = new Track(i, in);
                }
            }
            if (video == null && audio == null) {
                throw new MediaException(
                        MediaException.Reason.MALFORMED, file.getFileName() + " holds neither pictures nor sound");
            }
            while (in.next()) {
                int track = in.packet().stream_index();
                if (video != null && track == video.index) {
                    video.add(in);
                } else if (audio != null && track == audio.index) {
                    audio.add(in);
                }
            }
            return new ClipFacts(
                    file,
                    length,
                    null,
                    video == null ? null : video.facts(),
                    audio == null ? null : audio.facts(),
                    null,
                    0,
                    0);
        } catch (ArithmeticException e) {
            throw new MediaException(MediaException.Reason.MALFORMED, file.getFileName() + ": times out of range", e);
        }
    }

    /**
     * Decodes every picture.
     *
     * @return how many pictures came out, which a sound clip has as many of as {@link TrackFacts#units()}
     * @throws MediaException {@code UNDECODABLE} when the decoder reports an error, else as {@link #read}
     */
    public static int decodeAll(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Demuxer in = new Demuxer(file, channel, 0, channel.size())) {
            int track = 0;
            while (track < in.tracks() && !in.codec(track).video()) {
                track++;
            }
            if (track == in.tracks()) {
                throw new MediaException(MediaException.Reason.UNSUPPORTED, file.getFileName() + " has no pictures");
            }
            int pictures = 0;
            try (Decoder decoder = new Decoder(in.parameters(track))) {
                while (in.next()) {
                    if (in.packet().stream_index() == track) {
                        pictures += decoder.count(in.packet());
                    }
                }
                return pictures + decoder.count(null);
            }
        } catch (IOException e) {
            throw Disk.failed(file, e);
        }
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

    private static final class Track {
        private final int index;
        private final AVCodecParameters parameters;
        private final int scale;
        private final int clockRate;
        private final Tally tally = new Tally();
        private final MessageDigest digest = EssenceHash.sha256();

        Track(int index, Demuxer in) {
            this.index = index;
            parameters = in.parameters(index);
            AVStream stream = in.stream(index);
            scale = Math.max(1, stream.time_base().num());
            clockRate = Math.max(1, stream.time_base().den());
        }

        void add(Demuxer in) {
            tally.add(Math.multiplyExact(in.packet().pts(), scale), in.packet().size(), in.key());
            digest.update(in.bytes());
        }

        TrackFacts facts() {
            return tally.facts(
                    Av.codec(parameters.codec_id()),
                    parameters.width(),
                    parameters.height(),
                    clockRate,
                    -1,
                    0,
                    HexFormat.of().formatHex(digest.digest()));
        }
    }
}
