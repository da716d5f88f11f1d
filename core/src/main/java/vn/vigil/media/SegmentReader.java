package vn.vigil.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/**
 * Walks one file of a recorder in decoding order: MP4, also fragmented and still growing, MPEG-TS, Matroska. The first track of
 * H.264 or H.265 counts, and the first of AAC or G.711 beside it; nothing is decoded, pictures come as they lie in the file, with
 * start codes turned into lengths. The file is read as far as it reached when it was opened.
 *
 * <p>Any bytes are allowed. What breaks off in the middle ends where it breaks off, and {@link #brokenOff()} says so. Confined to
 * one thread.
 */
public final class SegmentReader implements Closeable {
    private static final int VIDEO_RATE = 90_000;

    /** So many units may come before the first key frame; a segment begins with one. */
    private static final int MAX_BEFORE_KEY = 20_000;

    /** A picture is taken to last so long where it is the only one: 1/25 s. */
    private static final long USUAL_STEP = 3_600;

    private final Path path;
    private final FileChannel file;
    private final Demuxer in;
    private final boolean growing;
    private final SegmentTrack video;
    private final SegmentTrack audio;
    private final Deque<AccessUnit> ahead = new ArrayDeque<>();
    private AccessUnit held;
    private boolean ended;
    private boolean brokenOff;

    private SegmentReader(Path path, FileChannel file, boolean growing) throws IOException {
        this.path = path;
        this.file = file;
        this.growing = growing;
        in = new Demuxer(path, file, 0, file.size(), true);
        SegmentTrack pictures = null;
        SegmentTrack sound = null;
        try {
            for (int i = 0; i < in.tracks(); i++) {
                Codec codec = in.codec(i);
                if (codec.video() && pictures == null) {
                    pictures = new SegmentTrack(in, i, 0, VIDEO_RATE);
                } else if (!codec.video() && codec != Codec.OTHER && sound == null) {
                    sound = new SegmentTrack(in, i, 1, 0);
                }
            }
            if (pictures == null) {
                throw new MediaException(MediaException.Reason.UNSUPPORTED, path.getFileName() + " has no H.264 or H.265");
            }
        } catch (RuntimeException e) {
            in.close();
            throw e;
        }
        video = pictures;
        audio = sound;
    }

    /**
     * Opens a file and reads up to its first key frame.
     *
     * @param growing somebody may still be writing: the last picture of an MPEG-TS, which may be cut without anything telling
     *     so, is left out
     * @throws MediaException {@code IO}; {@code MALFORMED} without a key frame and its parameter sets; {@code UNSUPPORTED}
     */
    public static SegmentReader open(Path path, boolean growing) {
        FileChannel file = null;
        SegmentReader reader = null;
        try {
            file = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            reader = new SegmentReader(path, file, growing);
            reader.begin();
            return reader;
        } catch (IOException e) {
            closeQuietly(reader, file);
            throw Disk.failed(path, e);
        } catch (RuntimeException e) {
            closeQuietly(reader, file);
            throw e;
        }
    }

    private static void closeQuietly(SegmentReader reader, FileChannel file) {
        try {
            if (reader != null) {
                reader.close();
            } else if (file != null) {
                file.close();
            }
        } catch (IOException | MediaException e) {
            // The failure before it counts.
        }
    }

    /**
     * How long a file's pictures last: from the first to the end of the last, which is taken to last as long as the others do on
     * average. A plain MP4 tells it in its index; any other file is read through.
     *
     * @throws MediaException as {@link #open}
     */
    public static Duration length(Path path, boolean growing) {
        try (SegmentReader reader = open(path, growing)) {
            Duration told = reader.told();
            if (told != null) {
                return told;
            }
            Extent extent = new Extent();
            for (AccessUnit unit = reader.next(); unit != null; unit = reader.next()) {
                if (unit.track() == 0) {
                    extent.add(unit.time());
                }
            }
            return Duration.ofNanos(extent.length() * 1_000_000_000L / VIDEO_RATE);
        } catch (IOException e) {
            throw Disk.failed(path, e);
        }
    }

    /** What the index of a whole, plain MP4 says; else null. */
    private Duration told() throws IOException {
        return in.kind() == Demuxer.Kind.MP4 && Boxes.plain(file) ? video.told() : null;
    }

    /** Between the first and the end of the last picture, as far as they were seen; in ticks of 90 kHz. */
    public static final class Extent {
        private long least = Long.MAX_VALUE;
        private long most = Long.MIN_VALUE;
        private long count;

        public void add(long time) {
            least = Math.min(least, time);
            most = Math.max(most, time);
            count++;
        }

        /** The time after the last picture, if it lasts as long as the others on average; call it once there was one. */
        public long end() {
            return most + (count < 2 ? USUAL_STEP : Math.max(1, (most - least) / (count - 1)));
        }

        public long length() {
            return count == 0 ? 0 : end() - least;
        }
    }

    private void begin() {
        List<AccessUnit> sound = new ArrayList<>();
        for (int i = 0; i < MAX_BEFORE_KEY; i++) {
            AccessUnit unit = read();
            if (unit == null) {
                break;
            }
            if (unit.track() == 1) {
                sound.add(unit);
            } else if (unit.keyFrame() && ParameterSets.complete(video.format())) {
                // Fails when no decoder could work with them.
                ParameterSets.facts(video.format());
                ahead.addAll(sound);
                ahead.add(unit);
                return;
            }
        }
        throw new MediaException(
                MediaException.Reason.MALFORMED, path.getFileName() + " holds no key frame with its parameter sets");
    }

    /**
     * The tracks as they are for the unit that came last, pictures first; sound is left out while nothing tells what it is. The
     * parameter sets may change on the way.
     */
    public List<TrackFormat> tracks() {
        return audio == null || audio.format() == null ? List.of(video.format()) : List.of(video.format(), audio.format());
    }

    /**
     * The next unit: track 0 are pictures, 1 is sound. Its time counts from a beginning that both tracks share, {@code cameraTime}
     * is null, {@code arrivedNanos} 0; {@code afterLoss} tells damage in the file.
     *
     * @return null at the end
     * @throws MediaException {@code IO}
     */
    public AccessUnit next() {
        return ahead.isEmpty() ? read() : ahead.poll();
    }

    /** Whether the file ended within a unit, or in bytes that make no sense. Known once {@link #next} gave null. */
    public boolean brokenOff() {
        return brokenOff;
    }

    private AccessUnit read() {
        while (!ended) {
            boolean more;
            try {
                more = in.next();
            } catch (MediaException e) {
                if (e.reason() == MediaException.Reason.IO) {
                    throw e;
                }
                more = false;
                brokenOff = true;
            }
            if (!more) {
                ended = true;
                return growing && in.kind() == Demuxer.Kind.TS ? null : released(null);
            }
            AccessUnit unit = unit();
            if (unit != null && unit.track() == 0 && growing && in.kind() == Demuxer.Kind.TS) {
                unit = released(unit);
            }
            if (unit != null) {
                return unit;
            }
        }
        return null;
    }

    /** The picture held back, in place of which another is held. */
    private AccessUnit released(AccessUnit unit) {
        AccessUnit before = held;
        held = unit;
        return before;
    }

    private AccessUnit unit() {
        int stream = in.packet().stream_index();
        SegmentTrack track = stream == video.stream() ? video : audio != null && stream == audio.stream() ? audio : null;
        if (track == null) {
            return null;
        }
        if (in.damaged() && in.kind() != Demuxer.Kind.TS) {
            // Only the bytes of the last unit can be missing.
            ended = true;
            brokenOff = true;
            return null;
        }
        ByteBuffer bytes = in.bytes();
        byte[] data = new byte[bytes.remaining()];
        bytes.get(data);
        long time = in.packet().pts() != AV_NOPTS_VALUE ? in.packet().pts() : in.packet().dts();
        try {
            return track.unit(data, time == AV_NOPTS_VALUE ? null : time, in.damaged(), in.newConfiguration());
        } catch (MediaException | ArithmeticException e) {
            brokenOff = true;
            track.lose();
            return null;
        }
    }

    @Override
    public void close() {
        in.close();
        try {
            file.close();
        } catch (IOException e) {
            throw Disk.failed(path, e);
        }
    }
}
