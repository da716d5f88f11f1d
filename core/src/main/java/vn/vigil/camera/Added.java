package vn.vigil.camera;

/**
 * What became of an {@link AddCamera}.
 *
 * @param camera the camera as it now stands, with what the device told
 * @param outcome whether anything was written
 * @param loginTakenFromUrl the address held a login, which went into the vault instead of the store
 * @param clock the device's clock, when it was asked by ONVIF; else null
 */
public record Added(Camera camera, Outcome outcome, boolean loginTakenFromUrl, ClockReading clock) {
    public enum Outcome {
        ADDED,
        /** The same camera was there already. */
        UNCHANGED,
        /** Nothing else changed, but the login was replaced (and a refused one is thereby forgiven). */
        LOGIN_CHANGED
    }
}
