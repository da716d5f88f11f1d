package vn.vigil.camera;

import java.time.Instant;
import vn.vigil.media.LumaThumb;

/**
 * What the store keeps of the check before.
 *
 * @param state what it saw
 * @param since since when the camera has been in that state
 * @param thumb the last decoded picture, or null when none was ever decoded
 * @param serial the device's serial number as the inventory has it, or null
 * @param checkedAt when that check was
 */
record Remembered(CameraState state, Instant since, LumaThumb thumb, String serial, Instant checkedAt) {}
