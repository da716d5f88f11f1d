package vn.vigil.camera;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
import vn.vigil.base.Progress;
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
import vn.vigil.media.Preview;
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
    private final Drivers drivers;
    private final Refusals refusals;

    Streams(
            World world,
            ZoneId zone,
            Store store,
            SqlCameraStore sql,
            Ledger ledger,
            Logins logins,
            Drivers drivers,
            Refusals refusals) {
        this.world = world;
        this.zone = zone;
        this.store = store;
        this.sql = sql;
        this.ledger = ledger;
        this.logins = logins;
        this.drivers = drivers;
        this.refusals = refusals;
    }

    /** The clock and by what it goes; the reading is kept. */
    ClockFacts clock(Camera camera, Deadline deadline) {
        if (!drivers.of(camera, null).abilities().contains(Ability.CLOCK)) {
            return ClockFacts.NONE;
        }
        Message what = CameraText.CANNOT_ASK.with(camera.id());
        ClockFacts facts = ask(camera, what, driver -> driver.clock(deadline));
        if (facts.reading() != null && !store.isReadOnly()) {
            store.write(tx -> {
                sql.saveClock(tx, camera.id(), facts.reading());
                return null;
            });
        }
        return facts;
    }

    /** Asks several at once; what one does not answer is in its own answer. */
    List<ClockAsked> clocks(List<Camera> cameras, Duration perCamera, Deadline whole, Progress progress) {
        return Patrol.run(
                cameras.size(),
                perCamera,
                whole,
                (i, deadline) -> asked(cameras.get(i), deadline),
                i -> new ClockAsked(cameras.get(i), true, ClockFacts.NONE, notRun(cameras.get(i))),
                CameraText.ASKING_CLOCKS.with(),
                progress);
    }

    private ClockAsked asked(Camera camera, Deadline deadline) {
        boolean tells = drivers.of(camera, null).abilities().contains(Ability.CLOCK);
        try {
            return new ClockAsked(camera, tells, clock(camera, deadline), null);
        } catch (VigilException e) {
            return new ClockAsked(camera, tells, ClockFacts.NONE, e);
        }
    }

    private VigilException notRun(Camera camera) {
        return refusals.of(Failure.NOT_RUN, CameraText.CANNOT_ASK.with(camera.id()), camera.id(), camera.user());
    }

    Footage footage(Camera camera, TimeSpan cameraTime, Deadline deadline) {
        Message what = CameraText.CANNOT_ASK.with(camera.id());
        return ask(camera, what, driver -> driver.footage(cameraTime, deadline));
    }

    StorageFacts storage(Camera camera, Deadline deadline) {
        Message what = CameraText.CANNOT_ASK.with(camera.id());
        return ask(camera, what, driver -> driver.storage(deadline));
    }

    List<Account> accounts(Camera camera, Deadline deadline) {
        Message what = CameraText.CANNOT_ASK.with(camera.id());
        return ask(camera, what, driver -> driver.accounts(deadline));
    }

    /** What a device that tells everything of itself says now. */
    Driver.Found find(Camera camera, Deadline deadline) {
        Message what = CameraText.CANNOT_ASK.with(camera.id());
        return ask(camera, what, driver -> driver.find(deadline));
    }

    FootageSource replay(Camera camera, TimeSpan cameraTime, Deadline deadline) {
        Message what = CameraText.CANNOT_REPLAY.with(camera.id());
        if (!drivers.of(camera, null).abilities().contains(Ability.REPLAY)) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-CAMERA-NO-REPLAY", what)
                    .why(CameraText.NO_REPLAY.with())
                    .next(CameraText.SHOW_CAMERA.with(camera.id()));
        }
        ClockReading clock = store.read(tx -> {
            ClockReading last = sql.clock(tx, camera.id());
            return last == null
                    ? null
                    : sql.clockAt(tx, camera.id(), cameraTime.from().minus(last.offset()));
        });
        return ask(camera, what, driver -> driver.replay(cameraTime, clock, deadline));
    }

    /** One question to a device. */
    private interface Question<T> {
        T put(Driver driver) throws DriverException, RtspException;
    }

    /** Asks, keeps what was learnt of the device's dialect, and notes a refused login. */
    private <T> T ask(Camera camera, Message what, Question<T> question) {
        Logins.Key key = key(camera, what);
        Driver driver = drivers.of(camera, key.login());
        try {
            T answer = question.put(driver);
            remember(camera, driver.dialect());
            return answer;
        } catch (DriverException e) {
            if (e.loginRefused() && key.login() != null) {
                logins.quarantine(camera.id(), key, world.now());
            }
            throw refusals.of(e, what, camera.id(), camera.user());
        } catch (RtspException e) {
            throw refused(e, what, camera, key);
        }
    }

    private void remember(Camera camera, String dialect) {
        boolean learnt = dialect != null && !dialect.equals(camera.route().dialect());
        if (learnt && !store.isReadOnly() && !store.isRehearsal()) {
            store.write(tx -> {
                sql.saveDialect(tx, camera.id(), dialect);
                return null;
            });
        }
    }

    FootageSource live(Camera camera, Deadline deadline) {
        Message what = CameraText.CANNOT_RECEIVE.with(camera.id());
        ClockReading clock = null;
        if (drivers.of(camera, null).abilities().contains(Ability.CLOCK)) {
            // By ONVIF without the login, which the stream will want; a refusal by any other way ends it here.
            clock = ask(camera, what, driver -> driver.clockForCheck(deadline)).reading();
        }
        return live(camera, what, clock, deadline);
    }

    /** A camera known by its device's address alone is asked for its stream first. */
    private FootageSource live(Camera camera, Message what, ClockReading clock, Deadline deadline) {
        Logins.Key key = key(camera, what);
        Camera complete;
        try {
            complete = new Finder(store, sql, drivers).complete(camera, key.login(), deadline);
        } catch (DriverException e) {
            if (e.loginRefused() && key.login() != null) {
                logins.quarantine(camera.id(), key, world.now());
            }
            throw refusals.of(e, what, camera.id(), camera.user());
        }
        if (complete.url() == null) {
            throw new VigilException(ErrorKind.NOT_FOUND, "VG-CAMERA-NO-ADDRESS", what)
                    .why(CameraText.NO_LIVE_ADDRESS.with());
        }
        try {
            return drivers.wire(complete, key.login())
                    .open(complete, "rtsp-live", complete.url(), PlayRequest.live(), clock, deadline);
        } catch (RtspException e) {
            throw refused(e, what, camera, key);
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
        return new Snapshot(
                camera,
                file,
                picture.width(),
                picture.height(),
                taken,
                key.cameraTime(),
                Preview.of(picture, Snapshot.PREVIEW_WIDTH, Snapshot.PREVIEW_HEIGHT));
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

    private Logins.Key key(Camera camera, Message what) {
        Logins.Key key = logins.key(camera);
        if (key.quarantinedSince() != null) {
            throw refusals.quarantined(key, what, camera.id());
        }
        return key;
    }

    private VigilException refused(RtspException e, Message what, Camera camera, Logins.Key key) {
        if (e.cause() == RtspException.Cause.LOGIN_REFUSED && key.login() != null) {
            logins.quarantine(camera.id(), key, world.now());
        }
        return refusals.of(e, what, camera);
    }
}
