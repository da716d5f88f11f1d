package vn.vigil.camera;

import vn.vigil.base.CameraId;

/**
 * One camera of the inventory. Addresses never hold a user name or a password; the password lies in the vault.
 *
 * @param id its short name
 * @param name what people call it; never null, the id when nothing better is known
 * @param url main live stream, {@code rtsp://host[:port]/path}; null only while a device found by ONVIF names none
 * @param subUrl smaller live stream, or null
 * @param onvif {@code host[:port]} of its ONVIF service, or null when it has none
 * @param replayUrl where its recordings are replayed, or null
 * @param recording the recorder's token for this camera's recording (ONVIF Profile G), or null
 * @param user login name, or null when it asks for none
 * @param essential watches an essential place (clause 7.3a)
 * @param place where it stands, in the site's own words; empty when nobody said
 * @param device what the device said of itself; every field null while it was never asked
 */
public record Camera(
        CameraId id,
        String name,
        String url,
        String subUrl,
        String onvif,
        String replayUrl,
        String recording,
        String user,
        boolean essential,
        String place,
        DeviceFacts device) {}
