package vn.vigil.camera;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Puts cameras into the inventory. Stateless. */
final class Inventory {
    private static final int MAX_MIB = 8;

    /** So many faults are told one by one; nobody reads more. */
    private static final int MAX_FAULTS = 100;

    private final World world;
    private final Store store;
    private final SqlCameraStore sql;
    private final Ledger ledger;
    private final Logins logins;
    private final Drivers drivers;
    private final Refusals refusals;

    Inventory(
            World world,
            Store store,
            SqlCameraStore sql,
            Ledger ledger,
            Logins logins,
            Drivers drivers,
            Refusals refusals) {
        this.world = world;
        this.store = store;
        this.sql = sql;
        this.ledger = ledger;
        this.logins = logins;
        this.drivers = drivers;
        this.refusals = refusals;
    }

    Added add(AddCamera request, Who who, Deadline deadline) {
        Message what = CameraText.CANNOT_ADD.with(request.id());
        List<CameraFacts.Fault> faults = CameraFacts.faults(request);
        if (!faults.isEmpty()) {
            VigilException e = new VigilException(ErrorKind.USAGE, "VG-CAMERA-FACTS", what);
            faults.forEach(f -> e.why(CameraText.FIELD_FAULT.with(f.field(), f.what())));
            throw e;
        }
        Login login = login(request);
        Camera there = store.read(tx -> sql.find(tx, request.id()));
        boolean fromUrl = CameraFacts.loginInAddresses(request) != null;
        if (there != null) {
            return again(request, there, login, fromUrl, who);
        }
        Camera camera = fresh(request, login);
        ClockReading clock = null;
        int recordings = -1;
        if (camera.onvif() != null) {
            Driver.Found found = ask(camera, request, login, what, deadline);
            camera = completed(camera, request, found);
            clock = found.clock();
            recordings = found.recordings();
        }
        if (login != null) {
            logins.keep(camera.id(), login.password());
        }
        Camera added = camera;
        ClockReading reading = clock;
        Instant now = world.now();
        store.write(tx -> {
            sql.insert(tx, added, now);
            ledger.append(tx, entry(added, who));
            if (reading != null) {
                sql.saveClock(tx, added.id(), reading);
            }
            return null;
        });
        return new Added(added, Added.Outcome.ADDED, fromUrl, clock, recordings);
    }

    private static Entry entry(Camera camera, Who who) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("name", camera.name());
        details.put("essential", camera.essential());
        put(details, "url", camera.url());
        put(details, "onvif", camera.onvif());
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

    private static Camera fresh(AddCamera r, Login login) {
        return new Camera(
                r.id(),
                r.name() == null ? r.id().value() : CameraFacts.tidy(r.name()),
                CameraFacts.bare(r.url()),
                CameraFacts.bare(r.subUrl()),
                CameraFacts.canonicalOnvif(r.onvif()),
                CameraFacts.bare(r.replayUrl()),
                null,
                login == null ? r.user() : login.user(),
                r.essential(),
                r.place() == null ? "" : CameraFacts.tidy(r.place()),
                DeviceFacts.NONE,
                Route.plain(r.onvif()),
                Card.EMPTY);
    }

    /** What a person said holds over what the device tells. */
    private static Camera completed(Camera c, AddCamera r, Driver.Found found) {
        Camera all = c.completed(found.url(), found.subUrl(), found.replayUrl(), found.recording(), found.device());
        return r.name() == null && found.device().model() != null ? all.named(shortName(c, found.device())) : all;
    }

    private static String shortName(Camera c, DeviceFacts device) {
        String name = CameraFacts.tidy(c.id() + " (" + device.model() + ")");
        return name.length() > 100 ? c.id().value() : name;
    }

    private Driver.Found ask(Camera camera, AddCamera request, Login login, Message what, Deadline deadline) {
        Driver.Found found;
        try {
            found = drivers.of(camera, login, request.rtspPort() == null ? 0 : request.rtspPort())
                    .find(deadline);
        } catch (DriverException e) {
            throw refusals.of(e, what, request.id(), login == null ? null : login.user());
        }
        if (found.url() == null && request.url() == null) {
            throw new VigilException(ErrorKind.FAILED, "VG-CAMERA-NO-PROFILE", what)
                    .why(CameraText.NO_LIVE_ADDRESS.with());
        }
        return found;
    }

    /** The login of the flags, else the one inside an address; null when there is none, or only a user name. */
    private static Login login(AddCamera r) {
        if (r.passwordFile() != null) {
            try (Secret secret = SecretFile.read(r.passwordFile())) {
                return new Login(r.user(), secret.text());
            }
        }
        return CameraFacts.loginInAddresses(r);
    }

    /** The camera is there already: nothing to do, a new login, or a contradiction. Only what was said is compared. */
    private Added again(AddCamera r, Camera there, Login login, boolean fromUrl, Who who) {
        List<Message> differences = differences(r, there);
        if (!differences.isEmpty()) {
            VigilException e =
                    new VigilException(ErrorKind.CONFLICT, "VG-CAMERA-CONFLICT", CameraText.DIFFERENT.with(r.id()));
            differences.forEach(e::why);
            throw e.next(CameraText.SHOW_CAMERA.with(r.id()));
        }
        String user = login != null ? login.user() : r.user();
        boolean sameUser = user == null || user.equals(there.user());
        boolean samePassword = login == null || login.password().equals(logins.password(r.id()));
        if (sameUser && samePassword) {
            return new Added(there, Added.Outcome.UNCHANGED, fromUrl, null, -1);
        }
        changeLogin(r.id(), user, login, who);
        return new Added(there.withUser(user), Added.Outcome.LOGIN_CHANGED, fromUrl, null, -1);
    }

    /** The new number comes first: should the process die in between, a refused password is not taken for the new one's fault. */
    private void changeLogin(CameraId id, String user, Login login, Who who) {
        Entry entry = new Entry(who, "camera.login", Logins.subject(id), Map.of("user", user));
        long intent = store.write(tx -> {
            sql.setUser(tx, id, user);
            return ledger.intent(tx, entry);
        });
        boolean kept = false;
        try {
            if (login != null) {
                logins.keep(id, login.password());
            }
            kept = true;
        } finally {
            if (!store.isRehearsal()) {
                ledger.outcome(intent, new Entry(who, entry.act(), entry.subject(), Map.of("kept", kept)));
            }
        }
    }

    private static List<Message> differences(AddCamera r, Camera there) {
        List<Message> all = new ArrayList<>();
        differ(all, "name", there.name(), CameraFacts.tidy(r.name()));
        differ(all, "url", there.url(), CameraFacts.bare(r.url()));
        differ(all, "sub-url", there.subUrl(), CameraFacts.bare(r.subUrl()));
        differ(all, "onvif", there.onvif(), CameraFacts.canonicalOnvif(r.onvif()));
        differ(all, "replay-url", there.replayUrl(), CameraFacts.bare(r.replayUrl()));
        differ(all, "place", there.place(), CameraFacts.tidy(r.place()));
        if (r.essential() && !there.essential()) {
            differ(all, "essential", "no", "yes");
        }
        return all;
    }

    private static void differ(List<Message> all, String field, String there, String asked) {
        if (asked != null && !Objects.equals(there, asked)) {
            Object shown = there == null || there.isEmpty() ? CameraText.NOTHING.with() : there;
            all.add(CameraText.DIFFERENCE.with(field, shown, asked));
        }
    }

    Imported importCsv(Path file, Who who) {
        InventoryCsv.Reading reading =
                InventoryCsv.read(text(file), file.toAbsolutePath().getParent());
        List<Message> faults = new ArrayList<>(reading.faults());
        Map<CameraId, Login> passwords = faults.isEmpty() ? passwords(reading.entries(), faults) : Map.of();
        if (!faults.isEmpty()) {
            throw refuse(file, faults, ErrorKind.USAGE);
        }
        List<AddCamera> fresh = new ArrayList<>();
        List<CameraId> unchanged = new ArrayList<>();
        sort(reading.entries(), fresh, unchanged, faults);
        if (!faults.isEmpty()) {
            throw refuse(file, faults, ErrorKind.CONFLICT);
        }
        for (AddCamera r : fresh) {
            if (passwords.containsKey(r.id())) {
                logins.keep(r.id(), passwords.get(r.id()).password());
            }
        }
        Instant now = world.now();
        store.write(tx -> {
            for (AddCamera r : fresh) {
                Camera camera = fresh(r, passwords.get(r.id()));
                sql.insert(tx, camera, now);
                ledger.append(tx, entry(camera, who));
            }
            return null;
        });
        return new Imported(fresh.stream().map(AddCamera::id).toList(), unchanged);
    }

    private static Map<CameraId, Login> passwords(List<InventoryCsv.Entry> entries, List<Message> faults) {
        Map<CameraId, Login> logins = new LinkedHashMap<>();
        for (InventoryCsv.Entry entry : entries) {
            try {
                Login login = login(entry.camera());
                if (login != null) {
                    logins.put(entry.camera().id(), login);
                }
            } catch (VigilException e) {
                faults.add(CameraText.IMPORT_FAULT.with(entry.line(), "password-file", e.what()));
            }
        }
        return logins;
    }

    private void sort(
            List<InventoryCsv.Entry> entries, List<AddCamera> fresh, List<CameraId> unchanged, List<Message> faults) {
        Map<CameraId, Camera> there = new LinkedHashMap<>();
        for (Camera c : store.read(sql::all)) {
            there.put(c.id(), c);
        }
        for (InventoryCsv.Entry entry : entries) {
            Camera camera = there.get(entry.camera().id());
            if (camera == null) {
                fresh.add(entry.camera());
                continue;
            }
            unchanged.add(camera.id());
            for (Message difference : differences(entry.camera(), camera)) {
                faults.add(CameraText.IMPORT_FAULT.with(entry.line(), "id", difference));
            }
        }
    }

    private static VigilException refuse(Path file, List<Message> faults, ErrorKind kind) {
        VigilException e = new VigilException(
                kind,
                kind == ErrorKind.CONFLICT ? "VG-CAMERA-IMPORT-CONFLICT" : "VG-CAMERA-IMPORT",
                CameraText.CANNOT_IMPORT.with(file, faults.size()));
        for (Message fault : faults.subList(0, Math.min(MAX_FAULTS, faults.size()))) {
            e.why(fault);
        }
        if (faults.size() > MAX_FAULTS) {
            e.why(CameraText.IMPORT_MORE_FAULTS.with(faults.size() - MAX_FAULTS));
        }
        return e.next(CameraText.IMPORT_NEXT.with());
    }

    private static String text(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new VigilException(ErrorKind.NOT_FOUND, "VG-CAMERA-IMPORT-FILE", CameraText.NO_FILE.with(file));
            }
            if (Files.size(file) > (long) MAX_MIB << 20) {
                throw refuse(file, List.of(CameraText.IMPORT_TOO_LARGE.with(MAX_MIB)), ErrorKind.USAGE);
            }
            byte[] bytes = Files.readAllBytes(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refuse(file, List.of(CameraText.IMPORT_NOT_UTF8.with()), ErrorKind.USAGE);
        } catch (IOException e) {
            throw refuse(file, List.of(CameraText.IMPORT_NOT_READ.with()), ErrorKind.USAGE)
                    .causedBy(e);
        }
    }
}
