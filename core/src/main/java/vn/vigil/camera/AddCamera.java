package vn.vigil.camera;

import java.nio.file.Path;
import vn.vigil.base.CameraId;

/**
 * A camera to put into the inventory. Either {@code url} or {@code onvif} is given.
 *
 * @param id its short name
 * @param name what people call it; null: the id, or what the device is called
 * @param url live stream; user info inside it is taken out into the vault
 * @param subUrl smaller live stream, or null
 * @param onvif {@code host[:port]}: the device is asked for everything else; or null
 * @param replayUrl where recordings are replayed without being asked by SOAP, or null
 * @param rtspPort port for stream addresses the device names, when it is mapped; null: as the device says
 * @param user login name, or null
 * @param passwordFile where its password lies (0600, checked), or null: unchanged, or none
 * @param essential watches an essential place
 * @param place where it stands, or null
 */
public record AddCamera(
        CameraId id,
        String name,
        String url,
        String subUrl,
        String onvif,
        String replayUrl,
        Integer rtspPort,
        String user,
        Path passwordFile,
        boolean essential,
        String place) {
    /** Without the addresses, which may hold a password. */
    @Override
    public String toString() {
        return "AddCamera[" + id + "]";
    }
}
