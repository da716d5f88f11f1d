package vn.vigil.media;

import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
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

    /** A second; then four, and so on, up to a quarter of an hour. */
    private static final long SKIP_BACK = 90_000;

    private static final long SKIP_BACK_MOST = SKIP_BACK << 10;

    private static final int MAX_REORDERED = 17;
    private static final int TS_PACKET = 188;
    private static final long TS_TAIL = 2L << 20;
    private static final long TS_TURN = 1L << 33;

    private final Path path;
    private final FileChannel file;
    private Demuxer in;
    private final boolean growing;
    private SegmentTrack video;
    private SegmentTrack audio;
    private final Deque<AccessUnit> ahead = new ArrayDeque<>();
    private AccessUnit held;
    private boolean ended;
    private boolean brokenOff;

    private SegmentReader(Path path, FileChannel file, boolean growing) {
        this.path = path;
        this.file = file;
        this.growing = growing;
    }

    private void begin(Demuxer demuxer) {
        if (in != null) {
            in.close();
        }
        in = demuxer;
        ahead.clear();
        held = null;
        ended = false;
        brokenOff = false;
        video = null;
        audio = null;
        for (int i = 0; i < in.tracks(); i++) {
            Codec codec = in.codec(i);
            if (codec.video() && video == null) {
                video = new SegmentTrack(in, i, 0, VIDEO_RATE);
            } else if (!codec.video() && codec != Codec.OTHER && audio == null) {
                audio = new SegmentTrack(in, i, 1, 0);
            }
        }
        if (video == null) {
            throw new MediaException(MediaException.Reason.UNSUPPORTED, path.getFileName() + " has no H.264 or H.265");
        }
    }

    /**
     * Opens a file and reads up to its first key frame.
     *
     * @param growing somebody may still be writing: the last picture of an MPEG-TS, which may be cut without anything telling
     *     so, is left out
     * @throws MediaException {@code IO}; {@code MALFORMED} without a key frame and its parameter sets; {@code UNSUPPORTED}
     */
    public static SegmentReader open(Path path, boolean growing) {
        boolean opened = false;
        SegmentReader reader = null;
        try {
            Set<OpenOption> options = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
            reader = new SegmentReader(path, FileChannel.open(path, options), growing);
            reader.begin(Demuxer.segment(path, reader.file));
            reader.toKeyFrame();
            opened = true;
            return reader;
        } catch (IOException e) {
            throw Disk.failed(path, e);
        } finally {
            if (!opened && reader != null) {
                reader.close();
            }
        }
    }

    /**
     * How long a file's pictures last: from the first to the end of the last, which is taken to last as long as the others do on
     * average. A plain MP4 tells it in its index; of fragments and of MPEG-TS the beginning and the end are read.
     *
     * @throws MediaException as {@link #open}
     */
    public static Duration length(Path path, boolean growing) {
        try (SegmentReader reader = open(path, growing)) {
            boolean mp4 = reader.in.kind() == Demuxer.Kind.MP4;
            if (mp4 && reader.video.told() != null && Fragments.none(reader.file)) {
                return reader.video.told();
            }
            Extent extent = new Extent();
            for (int i = 0; i < MAX_REORDERED; i++) {
                reader.measure(extent);
            }
            if (extent.begun() && reader.toTail()) {
                Extent tail = new Extent();
                while (reader.measure(tail)) {
                    // To the end.
                }
                if (tail.begun()) {
                    long length = tail.end() - extent.begin();
                    // MPEG-TS counts in 33 bits; nothing else goes back.
                    return ticks(length < 0 ? length + TS_TURN : length);
                }
                reader.begin(Demuxer.segment(path, reader.file));
                extent = new Extent();
            }
            while (reader.measure(extent)) {
                // To the end.
            }
            return ticks(extent.end() - extent.begin());
        } catch (IOException e) {
            throw Disk.failed(path, e);
        }
    }

    private static Duration ticks(long length) {
        return Duration.ofNanos(length * 1_000_000_000L / VIDEO_RATE);
    }

    /** Notes the next picture; false at the end. */
    private boolean measure(Extent extent) {
        AccessUnit unit = next();
        while (unit != null && unit.track() != 0) {
            unit = next();
        }
        if (unit != null) {
            extent.add(unit.time());
        }
        return unit != null;
    }

    /** Goes to where little is left to read; false when that cannot be done. Key frames and parameter sets may be missing then. */
    private boolean toTail() throws IOException {
        long size = file.size();
        if (in.kind() == Demuxer.Kind.TS && size > 2 * TS_TAIL) {
            begin(Demuxer.segment(path, file, 0, (size - TS_TAIL) / TS_PACKET * TS_PACKET, size));
            return true;
        }
        Fragments fragments = in.kind() == Demuxer.Kind.MP4
                ? Fragments.of(file, in.stream(video.stream()).id())
                : null;
        Fragments.Start last = fragments == null ? null : fragments.before(Long.MAX_VALUE);
        if (last == null) {
            return false;
        }
        begin(Demuxer.segment(path, file, fragments.head(), last.position(), fragments.end()));
        return true;
    }

    /**
     * Goes on at a key frame at or before a time, where the file can be read from there; else at the next unit as before. To be
     * called at most once, and only forward.
     *
     * @param time as {@link AccessUnit#time()} of pictures counts
     * @throws MediaException {@code IO}
     */
    public void skipTo(long time) {
        try {
            boolean mp4 = in.kind() == Demuxer.Kind.MP4;
            Fragments fragments =
                    mp4 ? Fragments.of(file, in.stream(video.stream()).id()) : null;
            if (fragments == null && !(mp4 && Fragments.none(file))) {
                return;
            }
            for (long back = SKIP_BACK; back <= SKIP_BACK_MOST; back *= 4) {
                long at = video.inFile(Math.max(0, time - back));
                if (fragments == null) {
                    begin(Demuxer.segment(path, file));
                    if (!in.seek(video.stream(), at)) {
                        break;
                    }
                } else if (fragments.before(at) == null) {
                    break;
                } else {
                    long from = fragments.before(at).position();
                    begin(Demuxer.segment(path, file, fragments.head(), from, file.size()));
                }
                if (keyFrameBy(time)) {
                    return;
                }
            }
            begin(Demuxer.segment(path, file));
            toKeyFrame();
        } catch (IOException e) {
            throw Disk.failed(path, e);
        }
    }

    private boolean keyFrameBy(long time) {
        try {
            toKeyFrame();
        } catch (MediaException e) {
            if (e.reason() == MediaException.Reason.IO) {
                throw e;
            }
            return false;
        }
        return ahead.peekLast().time() <= time;
    }

    private void toKeyFrame() {
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
        return audio == null || audio.format() == null
                ? List.of(video.format())
                : List.of(video.format(), audio.format());
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
        SegmentTrack track =
                stream == video.stream() ? video : audio != null && stream == audio.stream() ? audio : null;
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
        long time = in.packet().pts() != AV_NOPTS_VALUE
                ? in.packet().pts()
                : in.packet().dts();
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
        if (in != null) {
            in.close();
        }
        try {
            file.close();
        } catch (IOException e) {
            throw Disk.failed(path, e);
        }
    }
}
