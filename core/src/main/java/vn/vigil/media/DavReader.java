package vn.vigil.media;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Codec;
import vn.vigil.base.TrackFormat;

/**
 * Reads the pictures of a DHAV file ({@code .dav}), as Dahua devices hand recordings out, with the device's own time for each.
 * A parser of its own and not FFmpeg's, which turns the times into presentation times that jump at each whole second. Sound is
 * passed over. H.264 and H.265.
 *
 * <p>Written after FFmpeg's demuxer and held against files of our own making that FFmpeg reads too; no file from a device was
 * at hand. Any bytes are allowed: what is no whole frame is passed over, and the next unit says {@code afterLoss}. Confined to
 * one thread.
 */
public final class DavReader implements Closeable {
    private static final int CLOCK_RATE = 90_000;
    private static final long HOLE_MILLIS = 2_000;

    private final Path path;
    private final FileChannel file;
    private final Function<LocalDateTime, Instant> zone;
    private final DavTimes times = new DavTimes();
    private TrackFormat format;

    // Where the second walk stands; the first one has filled times.
    private final DavTimes walk = new DavTimes();
    private long first;
    private long position;
    private long frame;
    private int rate;
    private long firstMillis;
    private long lastMillis = Long.MIN_VALUE;
    private long lastTicks = -1;

    private DavReader(Path path, FileChannel file, Function<LocalDateTime, Instant> zone) {
        this.path = path;
        this.file = file;
        this.zone = zone;
    }

    /**
     * Opens a file and walks over the heads of its frames once.
     *
     * @param zone turns the device's wall time into an instant of its own clock: {@code DahuaZone::camera}
     * @throws MediaException {@code IO}; {@code MALFORMED} without a key frame with parameter sets; {@code UNSUPPORTED} when
     *     it is coded in something else
     */
    public static DavReader open(Path path, Function<LocalDateTime, Instant> zone) {
        DavReader reader = null;
        try {
            reader = new DavReader(path, FileChannel.open(path, StandardOpenOption.READ), zone);
            reader.survey();
            return reader;
        } catch (IOException e) {
            closeQuietly(reader);
            throw Disk.failed(path, e);
        } catch (RuntimeException e) {
            closeQuietly(reader);
            throw e;
        }
    }

    private static void closeQuietly(DavReader reader) {
        if (reader != null) {
            try {
                reader.close();
            } catch (MediaException e) {
                // The failure before it counts.
            }
        }
    }

    /** Finds the first key frame, with it the format, and the times of all frames from there on. */
    private void survey() throws IOException {
        int rates = 0;
        for (DavFrame f = DavFrame.at(file, 0); f != null; f = DavFrame.at(file, f.end())) {
            if (format == null && f.type() == DavFrame.KEY && f.wall() != null) {
                begin(f);
            }
            if (format != null && f.video() && f.wall() != null) {
                rates = f.rate() > 0 ? f.rate() : rates;
                times.add(f, rates);
            }
        }
        times.close();
        if (format == null) {
            throw new MediaException(
                    MediaException.Reason.MALFORMED, path.getFileName() + " holds no key frame of a DHAV recording");
        }
        position = first;
    }

    private void begin(DavFrame key) throws IOException {
        if (key.codec() == Codec.OTHER) {
            throw new MediaException(
                    MediaException.Reason.UNSUPPORTED, path.getFileName() + ": neither H.264 nor H.265");
        }
        List<byte[]> nals = Nal.split(key.data(file));
        Codec codec = key.codec() != null || nals.isEmpty() ? key.codec() : sniff(nals.get(0)[0]);
        if (codec == null) {
            return;
        }
        byte[] data = Nal.join(nals);
        List<byte[]> sets = Nal.parameterSets(codec, data);
        if (!sets.isEmpty()) {
            AccessUnit unit = new AccessUnit(0, data, true, 0, null, 0, false);
            format = ParameterSets.changed(new TrackFormat(codec, CLOCK_RATE, 0, List.of()), unit);
            first = key.start();
        }
    }

    /** Key frames begin with a parameter set or a delimiter, whose first bytes differ between the two codecs. */
    private static Codec sniff(byte start) {
        int h265 = start >> 1 & 0x3f;
        return h265 >= 32 && h265 <= 35 && (start & 0x81) == 0 ? Codec.H265 : Codec.H264;
    }

    /** The track, with the parameter sets of the first key frame. */
    public TrackFormat format() {
        return format;
    }

    /**
     * The next picture.
     *
     * @return null at the end. Its {@code cameraTime} is the device's own time: the true reading of the device's clock is
     *     never before it and behind it by at most the distance of two pictures, unless that clock was set by less than a second
     *     on the way. {@code arrivedNanos} is 0
     * @throws MediaException {@code IO}
     */
    public AccessUnit next() {
        try {
            while (true) {
                DavFrame f = DavFrame.at(file, position);
                if (f == null) {
                    return null;
                }
                boolean skipped = f.start() != position;
                position = f.end();
                if (f.video() && f.wall() != null) {
                    AccessUnit unit = unit(f, skipped);
                    if (unit != null) {
                        return unit;
                    }
                }
            }
        } catch (IOException e) {
            throw Disk.failed(path, e);
        }
    }

    private AccessUnit unit(DavFrame f, boolean skipped) throws IOException {
        rate = f.rate() > 0 ? f.rate() : rate;
        long counter = walk.add(f, rate);
        long millis = times.millis(frame, counter);
        boolean hole = frame > 0 && (times.begins(frame) || Math.abs(millis - lastMillis) > HOLE_MILLIS);
        if (frame == 0) {
            firstMillis = millis;
        }
        frame++;
        lastMillis = millis;
        List<byte[]> nals = Nal.split(f.data(file));
        if (nals.isEmpty()) {
            return null;
        }
        long ticks = (millis - firstMillis) * (CLOCK_RATE / 1000);
        lastTicks = Math.max(lastTicks + 1, ticks);
        Instant time = zone.apply(LocalDateTime.ofEpochSecond(
                Math.floorDiv(millis, 1000L), (int) Math.floorMod(millis, 1000L) * 1_000_000, ZoneOffset.UTC));
        byte[] data = Nal.join(nals);
        boolean key = Nal.startsDecoding(format.codec(), data);
        return new AccessUnit(0, data, key, lastTicks, time, 0, hole || skipped);
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw Disk.failed(path, e);
        }
    }
}
