package vn.vigil.intake;

import vn.vigil.base.MessageKey;

/** What the sheet of cameras tells; the words are those of the inventory. */
enum CameraColumn implements MessageKey {
    ID,
    NAME,
    URL,
    ONVIF,
    PLACE,
    GROUP,
    ESSENTIAL,
    USER,
    PASSWORD_FILE,
    SUB_URL,
    DRIVER,
    ADDRESS,
    CHANNEL,
    REPLAY_URL,
    RTSP_PORT,
    FOLDER,
    BASIC_ALLOWED,
    TLS_PIN,
    SITE,
    PURPOSE,
    RETENTION,
    INSTALLED,
    SUPPLIER,
    WARRANTY,
    UPLINK;

    @Override
    public String catalogue() {
        return "intake-camera";
    }
}
