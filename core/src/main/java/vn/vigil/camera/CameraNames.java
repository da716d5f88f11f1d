package vn.vigil.camera;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.config.Config;
import vn.vigil.store.Store;
import vn.vigil.text.Nearest;
import vn.vigil.text.TimeText;

/** Finds cameras by what people type, and says what is near to what is not there. Stateless. */
final class CameraNames {
    private final Store store;
    private final SqlCameraStore sql;
    private final Config config;

    CameraNames(Store store, SqlCameraStore sql, Config config) {
        this.store = store;
        this.sql = sql;
        this.config = config;
    }

    /** @throws VigilException NOT_FOUND, also for what can be no id */
    Camera find(String text) {
        if (CameraId.isValid(text)) {
            Camera camera = store.read(tx -> sql.find(tx, new CameraId(text)));
            if (camera != null) {
                return camera;
            }
        }
        VigilException e =
                new VigilException(ErrorKind.NOT_FOUND, "VG-CAMERA-UNKNOWN", CameraText.UNKNOWN_CAMERA.with(text));
        Removed gone = removed(text);
        List<String> known = new ArrayList<>();
        for (Camera c : all()) {
            known.add(c.id().value());
        }
        String near = Nearest.of(text, known);
        if (gone != null) {
            e.why(CameraText.WAS_REMOVED.with(TimeText.print(gone.at(), config.zone())));
        } else if (near != null) {
            e.why(CameraText.NEAREST_CAMERA.with(near));
        }
        throw e.next(CameraText.LIST_CAMERAS.with());
    }

    /** A camera that was removed, or null. */
    Removed removed(String text) {
        return !CameraId.isValid(text)
                ? null
                : store.read(tx -> new SqlInventoryStore().removed(tx, new CameraId(text)));
    }

    /** @throws VigilException as {@link Cameras#choose} */
    List<Camera> choose(CameraChoice choice) {
        int ways = (choice.names().isEmpty() ? 0 : 1) + (choice.group() == null ? 0 : 1) + (choice.all() ? 1 : 0);
        if (ways != 1) {
            throw new VigilException(ErrorKind.USAGE, "VG-CAMERA-CHOICE", CameraText.CHOOSE.with());
        }
        Set<Camera> chosen = new LinkedHashSet<>();
        for (String name : choice.names()) {
            chosen.add(find(name));
        }
        Set<String> groups = new LinkedHashSet<>();
        if (choice.names().isEmpty()) {
            for (Camera c : all()) {
                groups.addAll(c.card().groups());
                if (choice.all() || c.card().groups().contains(choice.group())) {
                    chosen.add(c);
                }
            }
        }
        if (chosen.isEmpty()) {
            throw choice.all()
                    ? new VigilException(ErrorKind.NOT_FOUND, "VG-CAMERA-NONE", CameraText.NO_CAMERAS.with())
                    : unknownGroup(choice.group(), groups);
        }
        return List.copyOf(chosen);
    }

    private static VigilException unknownGroup(String group, Set<String> groups) {
        VigilException e =
                new VigilException(ErrorKind.NOT_FOUND, "VG-CAMERA-GROUP", CameraText.UNKNOWN_GROUP.with(group));
        String near = Nearest.of(group, groups);
        return near == null ? e : e.why(CameraText.NEAREST_GROUP.with(near));
    }

    private List<Camera> all() {
        return store.read(new SqlCameraStore.Listing(sql));
    }
}
