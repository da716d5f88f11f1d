package vn.vigil.camera;

import java.util.Locale;
import vn.vigil.base.Message;

/** Why footage could not be delivered, or only with a reservation. The words of the machine form; never translated. */
public enum Obstacle {
    /** Nothing records this camera, as far as vigil can reach. */
    NO_RECORDER(RecordingText.NO_RECORDER),
    /** Nothing at all is recorded of the span. */
    NOTHING_RECORDED(RecordingText.NOTHING_RECORDED),
    /** A part of the span is missing. */
    HOLES(RecordingText.HOLES),
    /** It can be replayed, but nothing says beforehand what is there. */
    NOT_TOLD(RecordingText.NOT_TOLD),
    /** The recorder does not answer. */
    UNREACHABLE(RecordingText.UNREACHABLE),
    /** It refused the login, or one is needed. */
    REFUSED(RecordingText.REFUSED),
    /** It works for somebody else now, or answered with a fault. */
    NO_ANSWER(RecordingText.NO_ANSWER),
    /** Its clock was never measured: the time of the pictures could not be proven. */
    CLOCK_UNKNOWN(RecordingText.CLOCK_UNKNOWN),
    /** Its turn did not come in time. */
    NOT_ASKED(RecordingText.NOT_ASKED);

    private final RecordingText text;

    Obstacle(RecordingText text) {
        this.text = text;
    }

    /** {@code "nothing-recorded"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In the reader's words. */
    public Message words() {
        return text.with();
    }
}
