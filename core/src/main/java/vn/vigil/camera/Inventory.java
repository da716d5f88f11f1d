package vn.vigil.camera;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Who;
import vn.vigil.net.Login;
import vn.vigil.secret.Secret;
import vn.vigil.secret.SecretFile;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;
import vn.vigil.text.TimeText;

/** Adds, edits and removes cameras one by one. Stateless. */
final class Inventory {
    private final World world;
    private final Store store;
    private final SqlCameraStore sql;
    private final SqlInventoryStore inventory = new SqlInventoryStore();
    private final Ledger ledger;
    private final Logins logins;
    private final Drivers drivers;
    private final Refusals refusals;
    private final FieldReader reader;

    Inventory(
            World world,
            Store store,
            SqlCameraStore sql,
            Ledger ledger,
            Logins logins,
            Drivers drivers,
            Refusals refusals,
            FieldReader reader) {
        this.world = world;
        this.store = store;
        this.sql = sql;
        this.ledger = ledger;
        this.logins = logins;
        this.drivers = drivers;
        this.refusals = refusals;
        this.reader = reader;
    }

    Added add(CameraForm form, Who who, Deadline deadline) {
        Message what = CameraText.CANNOT_ADD.with(form.id());
        Removed gone = store.read(tx -> inventory.removed(tx, form.id()));
        if (gone != null) {
            throw new VigilException(ErrorKind.CONFLICT, "VG-CAMERA-REMOVED", what)
                    .why(CameraText.NAME_TAKEN.with(form.id(), TimeText.print(gone.at(), reader.zone())));
        }
        Camera there = store.read(tx -> sql.find(tx, form.id()));
        FormJudge.Judged judged =
                FormJudge.judge(form, there == null ? FormJudge.blank(form.id()) : there, true, reader);
        refuseFaults(judged, what);
        Login login = login(form, judged);
        if (there != null) {
            return again(form, judged, there, login, who);
        }
        Camera camera = judged.camera();
        Driver.Found found = null;
        if (camera.onvif() != null
                || camera.url() == null && camera.route().driver().tellsStreams()) {
            found = ask(camera, judged.rtspPort(), login, what, deadline);
            camera = completed(camera, form, found);
        }
        if (login != null) {
            logins.keep(camera.id(), login.password());
        }
        Camera added = camera;
        ClockReading reading = found == null ? null : found.clock();
        Instant now = world.now();
        store.write(tx -> {
            sql.insert(tx, added, now);
            ledger.append(tx, entry(added, who));
            if (reading != null) {
                sql.saveClock(tx, added.id(), reading);
            }
            return null;
        });
        return new Added(
                added,
                Added.Outcome.ADDED,
                judged.inside() != null,
                reading,
                found == null ? -1 : found.recordings(),
                folderMissing(added));
    }

    static Entry entry(Camera camera, Who who) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", camera.name());
        details.put("essential", camera.essential());
        put(details, "driver", camera.route().driver().word());
        put(details, "url", camera.url());
        put(details, "onvif", camera.onvif());
        put(details, "address", camera.route().address());
        put(details, "folder", camera.route().folder());
        put(details, "replay_url", camera.replayUrl());
        put(details, "user", camera.user());
        put(details, "serial", camera.device().serial());
        return new Entry(who, "camera.add", Logins.subject(camera.id()), details);
    }

    private static void put(Map<String, Object> details, String name, String value) {
        if (value != null) {
            details.put(name, value);
        }
    }

    static void refuseFaults(FormJudge.Judged judged, Message what) {
        if (!judged.good()) {
            VigilException e = new VigilException(ErrorKind.USAGE, "VG-CAMERA-FACTS", what);
            judged.faults()
                    .forEach(f -> e.why(CameraText.FIELD_FAULT.with(f.field().word(), f.what())));
            throw e;
        }
    }

    /** What a person said holds over what the device tells. */
    private static Camera completed(Camera c, CameraForm form, Driver.Found found) {
        Camera all = c.completed(found.url(), found.subUrl(), found.replayUrl(), found.recording(), found.device());
        boolean named = form.said().containsKey(CameraField.NAME);
        return !named && found.device().model() != null ? all.named(shortName(c, found.device())) : all;
    }

    private static String shortName(Camera c, DeviceFacts device) {
        String name = CameraFacts.tidy(c.id() + " (" + device.model() + ")");
        return name.length() > 100 ? c.id().value() : name;
    }

    private Driver.Found ask(Camera camera, Integer rtspPort, Login login, Message what, Deadline deadline) {
        Driver.Found found;
        try {
            found = drivers.of(camera, login, rtspPort == null ? 0 : rtspPort).find(deadline);
        } catch (DriverException e) {
            throw refusals.of(e, what, camera.id(), login == null ? null : login.user());
        }
        if (found.url() == null && camera.url() == null) {
            throw new VigilException(ErrorKind.FAILED, "VG-CAMERA-NO-PROFILE", what)
                    .why(CameraText.NO_LIVE_ADDRESS.with());
        }
        return found;
    }

    /** The login of the flags, else the one inside an address; null when there is none, or only a user name. */
    static Login login(CameraForm form, FormJudge.Judged judged) {
        String file = form.get(CameraField.PASSWORD_FILE);
        if (file != null) {
            try (Secret secret = SecretFile.read(Path.of(file))) {
                return new Login(judged.camera().user(), secret.text());
            }
        }
        return judged.inside();
    }

    /** The camera is there already: nothing to do, a new login, or a contradiction. Only what was said is compared. */
    private Added again(CameraForm form, FormJudge.Judged judged, Camera there, Login login, Who who) {
        List<CameraChange> differences = CameraChange.contradictions(form, there, judged.camera(), false);
        if (!differences.isEmpty()) {
            VigilException e =
                    new VigilException(ErrorKind.CONFLICT, "VG-CAMERA-CONFLICT", CameraText.DIFFERENT.with(form.id()));
            differences.forEach(d -> e.why(difference(d)));
            throw e.next(CameraText.SHOW_CAMERA.with(form.id()));
        }
        boolean fromUrl = judged.inside() != null;
        String user = judged.camera().user();
        boolean changed = changeLogin(there, user, login, who);
        return new Added(
                changed ? there.withUser(user) : there,
                changed ? Added.Outcome.LOGIN_CHANGED : Added.Outcome.UNCHANGED,
                fromUrl,
                null,
                -1,
                false);
    }

    /** Replaces the login when it is another. */
    boolean changeLogin(Camera there, String user, Login login, Who who) {
        boolean sameUser = user == null || user.equals(there.user());
        boolean samePassword = login == null || login.password().equals(logins.password(there.id()));
        if (sameUser && samePassword) {
            return false;
        }
        logins.change(there.id(), user, login == null ? null : login.password(), who);
        return true;
    }

    static Message difference(CameraChange d) {
        Object shown = d.from().isEmpty() ? CameraText.NOTHING.with() : d.from();
        return CameraText.DIFFERENCE.with(
                d.field().word(), shown, d.to().isEmpty() ? CameraText.NOTHING.with() : d.to());
    }

    Edited edit(Camera there, CameraForm form, Who who) {
        FormJudge.Judged judged = FormJudge.judge(form, there, false, reader);
        refuseFaults(judged, CameraText.CANNOT_EDIT.with(there.id()));
        Login login = login(form, judged);
        Camera after = judged.camera().withUser(there.user());
        List<CameraChange> changes = CameraChange.between(there, after);
        if (!changes.isEmpty()) {
            changes = store.write(tx -> apply(tx, form, who));
        }
        String user = judged.camera().user();
        boolean loginChanged = changeLogin(there, user, login, who);
        return new Edited(
                loginChanged ? after.withUser(user) : after,
                changes,
                loginChanged,
                judged.inside() != null,
                !changes.isEmpty() && folderMissing(after));
    }

    /**
     * Puts a form to the camera as it is in this very transaction: what a check has found out meanwhile is not undone. The
     * login stays, since it has a number and an entry of its own.
     */
    List<CameraChange> apply(Tx tx, CameraForm form, Who who) throws SQLException {
        Camera now = sql.find(tx, form.id());
        if (now == null) {
            throw new VigilException(
                    ErrorKind.NOT_FOUND, "VG-CAMERA-UNKNOWN", CameraText.UNKNOWN_CAMERA.with(form.id()));
        }
        FormJudge.Judged judged = FormJudge.judge(form, now, false, reader);
        refuseFaults(judged, CameraText.CANNOT_EDIT.with(form.id()));
        Camera after = judged.camera().withUser(now.user());
        List<CameraChange> changes = CameraChange.between(now, after);
        if (!changes.isEmpty()) {
            inventory.update(tx, after);
            ledger.append(tx, edited(form.id(), changes, who));
        }
        return changes;
    }

    private static Entry edited(CameraId id, List<CameraChange> changes, Who who) {
        Map<String, Object> changed = new LinkedHashMap<>();
        for (CameraChange c : changes) {
            changed.put(c.field().word(), Map.of("from", c.from(), "to", c.to()));
        }
        return new Entry(who, "camera.edit", Logins.subject(id), Map.of("changed", changed));
    }

    private static boolean folderMissing(Camera camera) {
        return camera.route().folder() != null
                && !Files.isDirectory(SegmentPattern.of(camera.route().folder()).root());
    }

    /** The record goes first; the password, useless without it, follows. */
    Removed remove(Camera camera, Who who) {
        Instant at = world.now();
        String subject = Logins.subject(camera.id());
        Map<String, ?> details = Map.of("name", camera.name());
        long intent = store.write(tx -> {
            inventory.remove(tx, camera.id(), at);
            return ledger.intent(tx, new Entry(who, "camera.remove", subject, details));
        });
        boolean forgotten = false;
        try {
            logins.forget(camera.id());
            forgotten = true;
        } finally {
            if (!store.isRehearsal()) {
                Map<String, ?> outcome = Map.of("password_forgotten", forgotten);
                ledger.outcome(intent, new Entry(who, "camera.remove", subject, outcome));
            }
        }
        return new Removed(camera, at, true);
    }
}
