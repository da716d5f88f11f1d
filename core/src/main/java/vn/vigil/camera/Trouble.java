package vn.vigil.camera;

import java.util.Locale;
import vn.vigil.base.CameraId;
import vn.vigil.base.Message;
import vn.vigil.base.MessageKey;

/** What can be wrong with a rung, and what to do about it. The words of the machine form; never translated. */
public enum Trouble implements MessageKey {
    NAME_UNKNOWN(Remedy.CHECK_ADDRESS),
    FORBIDDEN_ADDRESS(Remedy.CHECK_ADDRESS),
    NO_ROUTE(Remedy.CHECK_NETWORK),
    PORT_CLOSED(Remedy.CHECK_PORT),
    NO_ANSWER(Remedy.CHECK_POWER),
    TLS_FAILED(Remedy.CHECK_TLS),
    KEY_CHANGED(Remedy.CHECK_KEY),
    NOT_ONVIF(Remedy.CHECK_ONVIF),
    CLOCK_NOT_TOLD(Remedy.ENABLE_ONVIF),
    CLOCK_IMPLAUSIBLE(Remedy.SET_CLOCK),
    CLOCK_WRONG(Remedy.SET_CLOCK),
    WRONG_PASSWORD(Remedy.NEW_PASSWORD),
    CLOCK_SKEW(Remedy.SET_CLOCK_FIRST),
    LOGIN_MISSING(Remedy.ADD_LOGIN),
    QUARANTINED(Remedy.RELEASE),
    BASIC_ONLY(Remedy.ALLOW_BASIC),
    SCHEME_UNKNOWN(Remedy.CHANGE_SCHEME),
    LOGIN_WITHHELD(Remedy.WITH_LOGIN),
    DEVICE_SILENT(Remedy.TRY_AGAIN),
    SERVICES_FAULT(Remedy.UPDATE_FIRMWARE),
    REPLACED(Remedy.ACCEPT_DEVICE),
    NO_ADDRESS(Remedy.GIVE_URL),
    NO_SUCH_STREAM(Remedy.GIVE_URL),
    NO_VIDEO(Remedy.GIVE_URL),
    REDIRECT(Remedy.GIVE_URL),
    BUSY(Remedy.FREE_SESSION),
    TALK_BROKEN(Remedy.TRY_AGAIN),
    TRANSPORT_REFUSED(Remedy.CHECK_TRANSPORT),
    NO_PACKETS(Remedy.RESTART_CAMERA),
    STREAM_BROKE(Remedy.CHECK_CABLE),
    LOSS(Remedy.CHECK_CABLE),
    NO_KEY_FRAME(Remedy.KEY_INTERVAL),
    NOT_DECODABLE(Remedy.CHANGE_CODEC),
    DECODER_FAILED(Remedy.TRY_AGAIN),
    FROZEN(Remedy.RESTART_CAMERA),
    BLACK(Remedy.LOOK_AT_IT),
    ONE_PICTURE(Remedy.CHECK_LATER),
    NO_RECORDING(Remedy.START_RECORDING),
    SEVERAL_RECORDINGS(Remedy.CHOOSE_RECORDING),
    NOTHING_RECENT(Remedy.START_RECORDING),
    RECORDER_SILENT(Remedy.TRY_AGAIN);

    private final Remedy remedy;

    Trouble(Remedy remedy) {
        this.remedy = remedy;
    }

    /** {@code "port-closed"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What to do next. */
    public Message next(CameraId camera) {
        return remedy.with(camera);
    }

    @Override
    public String catalogue() {
        return "doctor-trouble";
    }
}
