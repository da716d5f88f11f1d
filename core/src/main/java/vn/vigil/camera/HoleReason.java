package vn.vigil.camera;

import java.util.Locale;
import vn.vigil.base.Message;

/** Why nothing is recorded. The words of the machine form; never translated. */
public enum HoleReason {
    /** It lies in the future, or is so recent that the recorder has not written it yet. */
    NOT_YET(RecordingText.HOLE_NOT_YET),
    /** Older than the oldest recording: overwritten or deleted. */
    RETENTION(RecordingText.HOLE_RETENTION),
    /** The camera was not yet in the inventory and nothing older was ever recorded. */
    NEVER_RECORDED(RecordingText.HOLE_NEVER_RECORDED),
    /** The checks of that time found the camera down. */
    CAMERA_DOWN(RecordingText.HOLE_CAMERA_DOWN),
    /** The camera was up, or nobody looked: the records do not say. */
    UNKNOWN(RecordingText.HOLE_UNKNOWN);

    private final RecordingText text;

    HoleReason(RecordingText text) {
        this.text = text;
    }

    /** {@code "camera-down"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In the reader's words. */
    public Message words() {
        return text.with();
    }
}
