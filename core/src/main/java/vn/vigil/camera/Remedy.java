package vn.vigil.camera;

import vn.vigil.base.MessageKey;

/** What to do about a broken rung: one sentence each. */
enum Remedy implements MessageKey {
    CHECK_ADDRESS,
    CHECK_NETWORK,
    CHECK_PORT,
    CHECK_POWER,
    CHECK_TLS,
    CHECK_KEY,
    CHECK_ONVIF,
    ENABLE_ONVIF,
    SET_CLOCK,
    SET_CLOCK_FIRST,
    NEW_PASSWORD,
    ADD_LOGIN,
    RELEASE,
    ALLOW_BASIC,
    CHANGE_SCHEME,
    WITH_LOGIN,
    TRY_AGAIN,
    UPDATE_FIRMWARE,
    ACCEPT_DEVICE,
    GIVE_URL,
    FREE_SESSION,
    CHECK_TRANSPORT,
    RESTART_CAMERA,
    CHECK_CABLE,
    KEY_INTERVAL,
    CHANGE_CODEC,
    LOOK_AT_IT,
    CHECK_LATER,
    START_RECORDING,
    CHOOSE_RECORDING;

    @Override
    public String catalogue() {
        return "doctor-remedy";
    }
}
