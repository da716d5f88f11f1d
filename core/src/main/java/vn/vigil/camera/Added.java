package vn.vigil.camera;

/**
 * What became of a camera that was to be added.
 *
 * @param camera the camera as it now stands, with what the device told
 * @param outcome whether anything was written
 * @param loginTakenFromUrl the address held a login, which went into the vault instead of the store
 * @param clock the device's clock, when it was asked by ONVIF and told it; else null
 * @param recordings how many video recordings the device has: of several, none is chosen; −1 when it was not asked
 * @param folderMissing the folder of its recordings is not there (yet), or cannot be read from here
 */
public record Added(
        Camera camera,
        Outcome outcome,
        boolean loginTakenFromUrl,
        ClockReading clock,
        int recordings,
        boolean folderMissing) {
    public enum Outcome {
        ADDED,
        /** The same camera was there already. */
        UNCHANGED,
        /** Nothing else changed, but the login was replaced (and a refused one is thereby forgiven). */
        LOGIN_CHANGED
    }
}
