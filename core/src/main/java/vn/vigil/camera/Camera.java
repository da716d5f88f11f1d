package vn.vigil.camera;

import vn.vigil.base.CameraId;

/**
 * One camera of the inventory. Addresses never hold a user name or a password; the password lies in the vault.
 *
 * @param id its short name
 * @param name what people call it; never null, the id when nothing better is known
 * @param url main live stream, {@code rtsp://host[:port]/path}; null while a device that is asked for it names none, and for a
 *     recorder's folder without a live stream
 * @param subUrl smaller live stream, or null
 * @param onvif {@code host[:port]} of its ONVIF service, or null when it has none
 * @param replayUrl where its recordings are replayed, or null
 * @param recording the recorder's token for this camera's recording (ONVIF Profile G), or null
 * @param user login name, or null when it asks for none
 * @param essential watches an essential place (clause 7.3a)
 * @param place where it stands, in the site's own words; empty when nobody said
 * @param device what the device said of itself; every field null while it was never asked
 * @param route how it is reached beside its stream addresses
 * @param card what the organisation keeps on record of it
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
        DeviceFacts device,
        Route route,
        Card card) {

    /** The same camera with another login name. */
    Camera withUser(String other) {
        return new Camera(
                id, name, url, subUrl, onvif, replayUrl, recording, other, essential, place, device, route, card);
    }

    /** The same camera, its addresses and facts completed by what the device told; what was known before holds. */
    Camera completed(String foundUrl, String foundSub, String foundReplay, String foundRecording, DeviceFacts facts) {
        return new Camera(
                id,
                name,
                url != null ? url : foundUrl,
                subUrl != null ? subUrl : foundSub,
                onvif,
                replayUrl != null ? replayUrl : foundReplay,
                recording != null ? recording : foundRecording,
                user,
                essential,
                place,
                facts,
                route,
                card);
    }

    /** The same camera under another name. */
    Camera named(String other) {
        return new Camera(
                id, other, url, subUrl, onvif, replayUrl, recording, user, essential, place, device, route, card);
    }

    /** The same camera, reached as {@code other} says. */
    Camera routed(Route other) {
        return new Camera(
                id, name, url, subUrl, onvif, replayUrl, recording, user, essential, place, device, other, card);
    }
}
