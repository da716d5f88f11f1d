package vn.vigil.camera;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.TrackFormat;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.PrivateFiles;
import vn.vigil.media.DavReader;
import vn.vigil.media.MediaException;
import vn.vigil.net.Http;
import vn.vigil.vendor.dahua.DahuaException;

/** Footage from a DHAV file that was downloaded for it and is gone when it is read: no name leads to it while it is open. */
final class DavFootage implements FootageSource {
    /** One download: 32 Mbit/s for a whole piece. */
    static final long MOST_BYTES = 256L << 20;

    /** A recorder that hands a piece out more slowly than it was recorded is not waited for. */
    static final Duration PATIENCE = Duration.ofSeconds(75);

    private static final Duration PIECE = Duration.ofSeconds(60);

    /** What is older was left by a process that died over it: none is waited for so long. */
    private static final Duration LEFT_OVER = Duration.ofHours(1);

    private static final String PREFIX = "download-";
    private static final String SUFFIX = ".dav";

    private final Camera camera;
    private final String url;
    private final ClockReading clock;
    private final DavReader reader;
    private final GapBook gaps = new GapBook();

    private DavFootage(Camera camera, String url, ClockReading clock, DavReader reader) {
        this.camera = camera;
        this.url = url;
        this.clock = clock;
        this.reader = reader;
    }

    /** What fetches the file. */
    interface Download {
        long into(Http.Sink sink) throws DahuaException, IOException;
    }

    /** Stretches in pieces of at most a minute, so that no file grows large and work shows its progress. */
    static List<TimeSpan> pieces(List<TimeSpan> stretches) {
        List<TimeSpan> pieces = new ArrayList<>();
        for (TimeSpan stretch : stretches) {
            Instant from = stretch.from();
            while (from.isBefore(stretch.to())) {
                Instant next = from.plus(PIECE);
                Instant to = next.isBefore(stretch.to()) ? next : stretch.to();
                pieces.add(new TimeSpan(from, to));
                from = to;
            }
        }
        return pieces;
    }

    /**
     * Downloads and opens.
     *
     * @param folder where the file lies meanwhile; made when missing
     * @param zone turns the device's wall time into camera time
     */
    static DavFootage load(
            World world,
            Camera camera,
            String url,
            ClockReading clock,
            Path folder,
            Function<LocalDateTime, Instant> zone,
            Download download)
            throws DriverException, DahuaException {
        Path file = null;
        try {
            PrivateFiles.folder(folder);
            clearLeftOver(world, folder);
            file = Files.createTempFile(folder, PREFIX, SUFFIX, PrivateFiles.fileMode());
            try (OutputStream out = Files.newOutputStream(file)) {
                download.into(out::write);
            }
            return new DavFootage(camera, url, clock, DavReader.open(file, zone));
        } catch (IOException e) {
            throw new VigilException(
                            ErrorKind.FAILED,
                            "VG-CAMERA-FILE",
                            CameraText.FILE_NOT_WRITTEN.with(file == null ? folder : file))
                    .causedBy(e);
        } catch (MediaException e) {
            throw new DriverException(DriverException.Reason.FAULT, e.getMessage(), false, e);
        } finally {
            delete(file);
        }
    }

    private static void clearLeftOver(World world, Path folder) throws IOException {
        Instant limit = world.now().minus(LEFT_OVER);
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** The reader keeps what it has open. */
    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            // It is cleared away by a later download.
        }
    }

    @Override
    public List<TrackFormat> tracks() {
        return List.of(reader.format());
    }

    @Override
    public AccessUnit next(Deadline deadline) {
        AccessUnit unit;
        try {
            unit = reader.next();
        } catch (MediaException e) {
            throw RtspFootage.broke(camera).causedBy(e);
        }
        if (unit != null) {
            gaps.picture(unit.cameraTime(), unit.afterLoss());
        }
        return unit;
    }

    @Override
    public SourceFacts facts() {
        return new SourceFacts(
                "dahua-download", camera.device(), url, 0, 0, Duration.ZERO, gaps.gaps(), clock, TimeBasis.FILE);
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (MediaException e) {
            // Everything was read, or is not wanted any more.
        }
    }
}
