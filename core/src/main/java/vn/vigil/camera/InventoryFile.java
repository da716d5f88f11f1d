package vn.vigil.camera;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.vigil.base.CameraId;
import vn.vigil.base.Message;
import vn.vigil.text.Nearest;

/** What the forms of an inventory file have in common: they yield entries and faults, all at once. */
final class InventoryFile {
    /** A file with more cameras than this is no inventory. */
    static final int MAX_CAMERAS = 10_000;

    /**
     * One camera of the file.
     *
     * @param place where it stands: a line, or the number of an element
     * @param form what the file says of it; the user info of an address is still inside it
     * @param judged the form put to what is there
     */
    record Entry(int place, CameraForm form, FormJudge.Judged judged) {}

    /** Either entries or faults; entries count only without faults. */
    record Reading(List<Entry> entries, List<Message> faults) {}

    private final List<Entry> entries = new ArrayList<>();
    private final List<Message> faults = new ArrayList<>();
    private final Map<String, Integer> placeOfId = new HashMap<>();
    private final boolean json;
    private final Path folder;
    private final Function<CameraForm, FormJudge.Judged> judge;

    /**
     * @param json whether faults are told by number and key, not by line and column
     * @param folder where relative password files lie: the inventory's own
     * @param judge puts a form to what is there
     */
    InventoryFile(boolean json, Path folder, Function<CameraForm, FormJudge.Judged> judge) {
        this.json = json;
        this.folder = folder;
        this.judge = judge;
    }

    Reading reading() {
        return new Reading(entries, faults);
    }

    boolean faultless() {
        return faults.isEmpty();
    }

    void fault(Message whole) {
        faults.add(whole);
    }

    void fault(int at, String field, Message what) {
        faults.add(told(json, at, field, what));
    }

    /** A fault with its place. */
    static Message told(boolean json, int place, String field, Message what) {
        return (json ? CameraText.IMPORT_JSON_FAULT : CameraText.IMPORT_FAULT).with(place, field, what);
    }

    /** A column or key that is no field. */
    void unknown(int at, String written) {
        List<String> known = words();
        String near = Nearest.of(written, known);
        fault(
                at,
                written,
                near == null
                        ? (json ? CameraText.IMPORT_UNKNOWN_KEY : CameraText.IMPORT_UNKNOWN_COLUMN)
                                .with(String.join(", ", known))
                        : (json ? CameraText.IMPORT_UNKNOWN_KEY_NEAR : CameraText.IMPORT_UNKNOWN_COLUMN_NEAR)
                                .with(near));
    }

    /** The columns of a file: the name, then every field. */
    static List<String> words() {
        List<String> words = new ArrayList<>();
        words.add("id");
        for (CameraField field : CameraField.values()) {
            words.add(field.word());
        }
        return words;
    }

    /**
     * One camera.
     *
     * @param id null when the file has none
     */
    void camera(int at, String id, Map<CameraField, String> said) {
        boolean good = id != null && CameraId.isValid(id);
        if (id == null) {
            fault(at, "id", CameraText.MISSING.with());
        } else if (!good) {
            fault(at, "id", CameraText.BAD_ID.with());
        } else {
            Integer first = placeOfId.putIfAbsent(id, at);
            if (first != null) {
                CameraText twice = json ? CameraText.IMPORT_JSON_ID_TWICE : CameraText.IMPORT_ID_TWICE;
                fault(at, "id", twice.with(id, first));
            }
        }
        CameraForm form = new CameraForm(new CameraId(good ? id : "x"), said);
        String file = form.get(CameraField.PASSWORD_FILE);
        if (file != null && !file.isEmpty()) {
            form = form.with(CameraField.PASSWORD_FILE, folder.resolve(file).toString());
        }
        FormJudge.Judged judged = judge.apply(form);
        judged.faults().forEach(f -> fault(at, f.field().word(), f.what()));
        entries.add(new Entry(at, form, judged));
    }
}
