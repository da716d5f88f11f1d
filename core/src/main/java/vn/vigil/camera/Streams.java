package vn.vigil.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.camera.Observation.Failure;
import vn.vigil.config.PrivateFiles;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Who;
import vn.vigil.media.Decoders;
import vn.vigil.media.Jpeg;
import vn.vigil.media.MediaException;
import vn.vigil.media.Picture;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.NetException;
import vn.vigil.onvif.Coverage;
import vn.vigil.onvif.OnvifException;
import vn.vigil.rtsp.PlayRequest;
import vn.vigil.rtsp.RtspException;
import vn.vigil.store.Store;

/** What is fetched from one camera on request: footage, clock, a picture. Stateless. */
final class Streams {
    private static final int JPEG_QUALITY = 90;

    private final World world;
    private final ZoneId zone;
    private final Store store;
    private final SqlCameraStore sql;
    private final Ledger ledger;
    private final Logins logins;
    private final Devices devices;
    private final Refusals refusals;
    private final boolean basicAllowed;

    Streams(
            World world,
            ZoneId zone,
            Store store,
            SqlCameraStore sql,
            Ledger ledger,
            Logins logins,
            Devices devices,
            Refusals refusals,
            boolean basicAllowed) {
        this.world = world;
        this.zone = zone;
        this.store = store;
        this.sql = sql;
        this.ledger = ledger;
        this.logins = logins;
        this.devices = devices;
        this.refusals = refusals;
        this.basicAllowed = basicAllowed;
    }

    ClockReading clock(Camera camera, Deadline deadline) {
        if (camera.onvif() == null) {
            return null;
        }
        Message what = CameraText.CANNOT_ASK.with(camera.id());
        Logins.Key key = key(camera, what);
        try {
            ClockReading reading = devices.clock(camera, key.login(), deadline);
            if (reading != null && !store.isReadOnly()) {
                store.write(tx -> {
                    sql.saveClock(tx, camera.id(), reading);
                    return null;
                });
            }
            return reading;
        } catch (OnvifException e) {
            throw refused(e, what, camera, key);
        }
    }

    Footage footage(Camera camera, TimeSpan cameraTime, Deadline deadline) {
        if (camera.onvif() == null || camera.recording() == null) {
            Footage.Source source = camera.replayUrl() == null ? Footage.Source.NONE : Footage.Source.NOT_TOLD;
            return new Footage(source, List.of(), List.of());
        }
        Message what = CameraText.CANNOT_ASK.with(camera.id());
        Logins.Key key = key(camera, what);
        try {
            Coverage told = devices.coverage(camera, key.login(), cameraTime, deadline);
            return Coverages.within(cameraTime, told.spans());
        } catch (OnvifException e) {
            throw refused(e, what, camera, key);
        }
    }

    FootageSource replay(Camera camera, TimeSpan cameraTime, Deadline deadline) {
        Message what = CameraText.CANNOT_REPLAY.with(camera.id());
        if (camera.replayUrl() == null) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-CAMERA-NO-REPLAY", what)
                    .why(CameraText.NO_REPLAY.with())
                    .next(CameraText.SHOW_CAMERA.with(camera.id()));
        }
        String driver = camera.recording() == null ? "rtsp-replay" : "onvif-replay";
        ClockReading clock = store.read(tx -> sql.clock(tx, camera.id()));
        return open(camera, what, driver, camera.replayUrl(), PlayRequest.replay(cameraTime), clock, deadline);
    }

    FootageSource live(Camera camera, Deadline deadline) {
        Message what = CameraText.CANNOT_RECEIVE.with(camera.id());
        ClockReading clock = null;
        if (camera.onvif() != null) {
            clock = devices.clockForCheck(camera, deadline).reading();
        }
        return live(camera, what, clock, deadline);
    }

    /** A camera known by its ONVIF address alone is asked for its stream first. */
    private FootageSource live(Camera camera, Message what, ClockReading clock, Deadline deadline) {
        Camera complete = camera;
        if (camera.url() == null && camera.onvif() != null) {
            Logins.Key key = key(camera, what);
            try {
                complete = new Finder(store, sql, devices).complete(camera, key.login(), deadline);
            } catch (OnvifException e) {
                throw refused(e, what, camera, key);
            }
        }
        return open(complete, what, "rtsp-live", url(complete, what), PlayRequest.live(), clock, deadline);
    }

    private FootageSource open(
            Camera camera,
            Message what,
            String driver,
            String address,
            PlayRequest request,
            ClockReading clock,
            Deadline deadline) {
        Logins.Key key = key(camera, what);
        try {
            CameraUrl url = CameraFacts.rtsp(address);
            return RtspFootage.open(
                    world,
                    camera,
                    driver,
                    url,
                    key.login(),
                    Probe.options(basicAllowed, deadline),
                    request,
                    clock,
                    deadline);
        } catch (NetException e) {
            throw new IllegalArgumentException("address was not judged before");
        } catch (RtspException e) {
            if (e.cause() == RtspException.Cause.LOGIN_REFUSED && key.login() != null) {
                logins.quarantine(camera.id(), key, world.now());
            }
            throw refusals.of(e, what, camera);
        }
    }

    Snapshot snapshot(Camera camera, SnapshotRequest request, Who who, Deadline deadline) {
        Message what = CameraText.CANNOT_SNAPSHOT.with(camera.id());
        Path file = request.file() != null ? request.file() : defaultName(camera);
        if (!request.replace() && Files.exists(file)) {
            throw exists(file);
        }
        AccessUnit key;
        Picture picture;
        try (Decoders decoders = new Decoders();
                FootageSource source = live(camera, what, null, deadline)) {
            decoders.warm();
            key = firstKey(source, deadline, what, camera);
            picture = decoders.picture(source.tracks().get(0), List.of(key), deadline);
        } catch (MediaException e) {
            Failure failure = e.isDecoderFailure() ? Failure.DECODER_FAILED : Failure.NO_PICTURE;
            throw refusals.of(failure, what, camera.id(), camera.user()).causedBy(e);
        }
        Instant taken = world.now().truncatedTo(ChronoUnit.MILLIS);
        write(camera, file, Jpeg.encode(picture, JPEG_QUALITY), request.replace(), who);
        return new Snapshot(camera, file, picture.width(), picture.height(), taken, key.cameraTime());
    }

    private AccessUnit firstKey(FootageSource source, Deadline deadline, Message what, Camera camera) {
        while (true) {
            AccessUnit unit;
            try {
                unit = source.next(deadline);
            } catch (VigilException e) {
                throw refusals.of(Failure.NO_PICTURE, what, camera.id(), camera.user())
                        .causedBy(e);
            }
            if (unit.track() == 0) {
                return unit;
            }
        }
    }

    /** The file is an effect outside the store: intent, file, outcome. A picture shows people, so the taking is entered. */
    private void write(Camera camera, Path file, byte[] jpeg, boolean replace, Who who) {
        if (store.isRehearsal()) {
            return;
        }
        String subject = Logins.subject(camera.id());
        Map<String, ?> details = Map.of("file", file.getFileName().toString());
        long intent = ledger.intent(new Entry(who, "camera.snapshot", subject, details));
        boolean written = false;
        try {
            if (replace) {
                PrivateFiles.replace(file.toAbsolutePath(), jpeg);
            } else {
                PrivateFiles.newFile(file);
                Files.write(file, jpeg);
            }
            written = true;
        } catch (java.nio.file.FileAlreadyExistsException e) {
            throw exists(file);
        } catch (IOException e) {
            throw new VigilException(ErrorKind.FAILED, "VG-CAMERA-FILE", CameraText.FILE_NOT_WRITTEN.with(file))
                    .causedBy(e);
        } finally {
            ledger.outcome(intent, new Entry(who, "camera.snapshot", subject, Map.of("written", written)));
        }
    }

    private static VigilException exists(Path file) {
        return new VigilException(ErrorKind.CONFLICT, "VG-CAMERA-FILE-EXISTS", CameraText.FILE_EXISTS.with(file))
                .next(CameraText.FILE_EXISTS_NEXT.with());
    }

    private Path defaultName(Camera camera) {
        DateTimeFormatter form = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss", Locale.ROOT);
        return Path.of(camera.id() + "_" + form.format(world.now().atZone(zone)) + ".jpg");
    }

    private static String url(Camera camera, Message what) {
        if (camera.url() == null) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-CAMERA-NO-ADDRESS", what)
                    .why(CameraText.NO_LIVE_ADDRESS.with());
        }
        return camera.url();
    }

    private Logins.Key key(Camera camera, Message what) {
        Logins.Key key = logins.key(camera);
        if (key.quarantinedSince() != null) {
            throw refusals.quarantined(key, what, camera.id());
        }
        return key;
    }

    private VigilException refused(OnvifException e, Message what, Camera camera, Logins.Key key) {
        if (e.loginRefused() && key.login() != null) {
            logins.quarantine(camera.id(), key, world.now());
        }
        return refusals.of(e, what, camera.id(), camera.user());
    }
}
