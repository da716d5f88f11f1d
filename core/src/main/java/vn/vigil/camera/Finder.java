package vn.vigil.camera;

import vn.vigil.base.Deadline;
import vn.vigil.base.VigilException;
import vn.vigil.net.Login;
import vn.vigil.onvif.OnvifException;
import vn.vigil.store.Store;

/** Finds the streams of cameras that are known by their ONVIF address alone, and remembers them. Safe for several threads. */
final class Finder {
    private final Store store;
    private final SqlCameraStore sql;
    private final Devices devices;

    Finder(Store store, SqlCameraStore sql, Devices devices) {
        this.store = store;
        this.sql = sql;
        this.devices = devices;
    }

    /**
     * The camera with a live address. One that has it, or has no ONVIF address to ask, is given back as it is.
     *
     * @return without a live address when the device names none
     */
    Camera complete(Camera camera, Login login, Deadline deadline) throws OnvifException {
        if (camera.url() != null || camera.onvif() == null) {
            return camera;
        }
        Devices.Found told = devices.ask(camera.onvif(), login, null, deadline);
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
