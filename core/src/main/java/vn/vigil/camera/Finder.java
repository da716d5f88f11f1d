package vn.vigil.camera;

import vn.vigil.base.Deadline;
import vn.vigil.base.VigilException;
import vn.vigil.net.Login;
import vn.vigil.store.Store;

/** Finds the streams of cameras that are known by their device's address alone, and remembers them. Safe for several threads. */
final class Finder {
    private final Store store;
    private final SqlCameraStore sql;
    private final Drivers drivers;

    Finder(Store store, SqlCameraStore sql, Drivers drivers) {
        this.store = store;
        this.sql = sql;
        this.drivers = drivers;
    }

    /**
     * The camera with a live address. One that has it, or has nobody to ask, is given back as it is.
     *
     * @return without a live address when the device names none
     */
    Camera complete(Camera camera, Login login, Deadline deadline) throws DriverException {
        if (camera.url() != null || camera.route().driver() == DriverKind.FOLDER) {
            return camera;
        }
        Driver.Found told = drivers.of(camera, login).find(deadline);
        Camera found = camera.completed(told.url(), told.subUrl(), told.replayUrl(), told.recording(), told.device());
        if (found.url() != null && !store.isReadOnly() && !store.isRehearsal()) {
            try {
                store.write(tx -> {
                    sql.saveFound(tx, found);
                    return null;
                });
            } catch (VigilException e) {
                // What cannot be remembered now is found again the next time.
            }
        }
        return found;
    }
}
