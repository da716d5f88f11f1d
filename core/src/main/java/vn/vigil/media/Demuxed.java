package vn.vigil.media;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avformat.AVStream;
import vn.vigil.base.Codec;

/** Clips read by FFmpeg: sound in Matroska, and whatever is to be decoded. Stateless. */
final class Demuxed {
    private Demuxed() {}

    static ClipFacts read(Path file, FileChannel channel, long offset, long length) throws IOException {
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
    static int decodeAll(Path file) {
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
