package vn.vigil.camera;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.ledger.Ledger;
import vn.vigil.ledger.Who;
import vn.vigil.net.Login;
import vn.vigil.store.Store;
import vn.vigil.text.TimeText;

/** Puts the cameras of a file into the inventory, all or none. Contacts nobody. For one import. */
final class Imports {
    private static final int MAX_MIB = 8;

    /** So many faults are told one by one; nobody reads more. */
    private static final int MAX_FAULTS = 100;

    private final World world;
    private final Store store;
    private final SqlCameraStore sql;
    private final Ledger ledger;
    private final Logins logins;
    private final FieldReader reader;
    private final Inventory book;
    private final Map<CameraId, Camera> there = new HashMap<>();
    private final Map<CameraId, Removed> gone = new HashMap<>();

    Imports(
            World world,
            Store store,
            SqlCameraStore sql,
            Ledger ledger,
            Logins logins,
            FieldReader reader,
            Inventory book) {
        this.world = world;
        this.store = store;
        this.sql = sql;
        this.ledger = ledger;
        this.logins = logins;
        this.reader = reader;
        this.book = book;
    }

    /** A camera that is there and gets the file's values. */
    private record Update(CameraForm form, Camera after, boolean changed, boolean loginChanged) {}

    Imported run(ImportRequest request, Who who) {
        Path file = request.file();
        String text = text(file);
        store.read(sql::all).forEach(c -> there.put(c.id(), c));
        store.read(tx -> new SqlInventoryStore().removed(tx))
                .forEach(r -> gone.put(r.camera().id(), r));
        boolean json = request.told() == ImportRequest.Form.JSON;
        Teller teller = (place, field, what) -> InventoryFile.told(json, place, field, what);
        Path folder = file.toAbsolutePath().getParent();
        InventoryFile.Reading reading =
                json ? InventoryJson.read(text, folder, this::judge) : InventoryCsv.read(text, folder, this::judge);
        List<Message> faults = new ArrayList<>(reading.faults());
        Map<CameraId, Login> files = faults.isEmpty() ? logins(reading.entries(), teller, faults) : Map.of();
        refuse(file, faults, ErrorKind.USAGE, json);
        conflicts(reading.entries(), request.update(), teller, faults);
        refuse(file, faults, ErrorKind.CONFLICT, json);
        return write(reading.entries(), files, request.update(), who);
    }

    /** Says a fault with its place. */
    private interface Teller {
        Message told(int place, String field, Message what);
    }

    /**
     * Rows that somebody else has read.
     *
     * @param checkOnly nothing is written
     */
    Imported run(List<CameraForm> rows, Path source, CameraPlace place, boolean checkOnly, Who who) {
        store.read(sql::all).forEach(c -> there.put(c.id(), c));
        store.read(tx -> new SqlInventoryStore().removed(tx))
                .forEach(r -> gone.put(r.camera().id(), r));
        Teller teller = (row, field, what) -> CameraText.FIELD_FAULT.with(place.of(row, field), what);
        Path folder = source.toAbsolutePath().getParent();
        List<Message> faults = new ArrayList<>();
        List<InventoryFile.Entry> entries = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            CameraForm form = rows.get(i);
            String file = form.get(CameraField.PASSWORD_FILE);
            if (file != null && !file.isEmpty()) {
                form = form.with(CameraField.PASSWORD_FILE, folder.resolve(file).toString());
            }
            FormJudge.Judged judged = judge(form);
            int row = i;
            judged.faults().forEach(f -> faults.add(teller.told(row, f.field().word(), f.what())));
            entries.add(new InventoryFile.Entry(i, form, judged));
        }
        Map<CameraId, Login> files = faults.isEmpty() ? logins(entries, teller, faults) : Map.of();
        refuse(source, faults, ErrorKind.USAGE, false);
        conflicts(entries, false, teller, faults);
        refuse(source, faults, ErrorKind.CONFLICT, false);
        return checkOnly ? new Imported(List.of(), List.of(), List.of()) : write(entries, files, false, who);
    }

    private FormJudge.Judged judge(CameraForm form) {
        Camera camera = there.get(form.id());
        return FormJudge.judge(form, camera == null ? FormJudge.blank(form.id()) : camera, false, reader);
    }

    /** The logins that come with a password. */
    private static Map<CameraId, Login> logins(List<InventoryFile.Entry> entries, Teller teller, List<Message> faults) {
        Map<CameraId, Login> logins = new LinkedHashMap<>();
        for (InventoryFile.Entry entry : entries) {
            try {
                Login login = Inventory.login(entry.form(), entry.judged());
                if (login != null) {
                    logins.put(entry.form().id(), login);
                }
            } catch (VigilException e) {
                faults.add(teller.told(entry.place(), CameraField.PASSWORD_FILE.word(), e.what()));
            }
        }
        return logins;
    }

    private void conflicts(List<InventoryFile.Entry> entries, boolean update, Teller teller, List<Message> faults) {
        for (InventoryFile.Entry entry : entries) {
            CameraId id = entry.form().id();
            Removed removed = gone.get(id);
            if (removed != null) {
                Message taken = CameraText.NAME_TAKEN.with(id, TimeText.print(removed.at(), reader.zone()));
                faults.add(teller.told(entry.place(), "id", taken));
            } else if (there.containsKey(id) && !update) {
                CameraChange.contradictions(
                                entry.form(), there.get(id), entry.judged().camera(), true)
                        .forEach(d -> faults.add(teller.told(entry.place(), "id", Inventory.difference(d))));
            }
        }
    }

    private Imported write(List<InventoryFile.Entry> entries, Map<CameraId, Login> files, boolean update, Who who) {
        List<Camera> fresh = new ArrayList<>();
        List<Update> updates = new ArrayList<>();
        List<CameraId> unchanged = new ArrayList<>();
        Map<CameraId, String> had = update ? logins.passwords(there.keySet()) : Map.of();
        for (InventoryFile.Entry entry : entries) {
            CameraId id = entry.form().id();
            Camera before = there.get(id);
            Camera after = entry.judged().camera();
            if (before == null) {
                fresh.add(after);
                continue;
            }
            Login login = files.get(id);
            boolean otherUser = after.user() != null && !after.user().equals(before.user());
            boolean otherPassword = login != null && !login.password().equals(had.get(id));
            List<CameraChange> changes = CameraChange.between(before, after.withUser(before.user()));
            boolean otherLogin = otherUser || otherPassword;
            if (update && (otherLogin || !changes.isEmpty())) {
                updates.add(new Update(entry.form(), after, !changes.isEmpty(), otherLogin));
            } else {
                unchanged.add(id);
            }
        }
        keepNew(fresh, files);
        List<CameraId> added = fresh.stream().map(Camera::id).toList();
        if (!fresh.isEmpty() || !updates.isEmpty()) {
            save(fresh, updates, who);
        }
        for (Update u : updates) {
            if (u.loginChanged()) {
                Login login = files.get(u.after().id());
                logins.change(u.after().id(), u.after().user(), login == null ? null : login.password(), who);
            }
        }
        return new Imported(added, updates.stream().map(u -> u.after().id()).toList(), unchanged);
    }

    /** Passwords of cameras that nobody knows yet hurt nobody: should the records not follow, the next import takes them over. */
    private void keepNew(List<Camera> fresh, Map<CameraId, Login> files) {
        Map<CameraId, String> passwords = new HashMap<>();
        for (Camera c : fresh) {
            if (files.containsKey(c.id())) {
                passwords.put(c.id(), files.get(c.id()).password());
            }
        }
        logins.keep(passwords);
    }

    private void save(List<Camera> fresh, List<Update> updates, Who who) {
        Instant now = world.now();
        store.write(tx -> {
            for (Camera c : fresh) {
                sql.insert(tx, c, now);
                ledger.append(tx, Inventory.entry(c, who));
            }
            for (Update u : updates) {
                if (u.changed()) {
                    book.apply(tx, u.form(), who);
                }
            }
            return null;
        });
    }

    private static void refuse(Path file, List<Message> faults, ErrorKind kind, boolean json) {
        if (faults.isEmpty()) {
            return;
        }
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
        throw e.next(
                kind == ErrorKind.CONFLICT
                        ? CameraText.IMPORT_UPDATE_NEXT.with()
                        : json ? CameraText.IMPORT_JSON_NEXT.with() : CameraText.IMPORT_NEXT.with());
    }

    private static String text(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new VigilException(ErrorKind.NOT_FOUND, "VG-CAMERA-IMPORT-FILE", CameraText.NO_FILE.with(file));
            }
            if (Files.size(file) > (long) MAX_MIB << 20) {
                throw unreadable(file, CameraText.IMPORT_TOO_LARGE.with(MAX_MIB));
            }
            byte[] bytes = Files.readAllBytes(file);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw unreadable(file, CameraText.IMPORT_NOT_UTF8.with());
        } catch (IOException e) {
            throw unreadable(file, CameraText.IMPORT_NOT_READ.with()).causedBy(e);
        }
    }

    private static VigilException unreadable(Path file, Message why) {
        return new VigilException(ErrorKind.USAGE, "VG-CAMERA-IMPORT", CameraText.CANNOT_IMPORT.with(file, 1))
                .why(why)
                .next(CameraText.IMPORT_NEXT.with());
    }
}
