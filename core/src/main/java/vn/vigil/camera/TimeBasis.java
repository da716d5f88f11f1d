package vn.vigil.camera;

import java.util.Locale;
import vn.vigil.rtsp.RecordedTime;

/** What the camera time of recorded pictures rests on, best first. The words of the machine form; never translated. */
public enum TimeBasis {
    /** Every picture carries its time (ONVIF replay extension). */
    EXTENSION,
    /** Every picture carries its second and a counter, in the file that the recorder handed out. */
    FILE,
    /** The recorder named the time of the beginning when it began to play; from there by media time. */
    PLAY_RANGE,
    /** The recorder named it when it described the stream; from there by media time. */
    DESCRIBED_RANGE,
    /** Sender reports carry recorded time. */
    SENDER_REPORT,
    /** The name of each segment tells when it begins; from there by media time. */
    NAME,
    /** Nothing was told: the beginning is taken to be the one asked for. An assumption, to be shown as one. */
    ASKED;

    /** {@code "play-range"}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The worse of two; null is none. */
    static TimeBasis worse(TimeBasis one, TimeBasis other) {
        return one == null || other != null && other.compareTo(one) > 0 ? other : one;
    }

    /** @param told null for what is no playback by a vendor's address */
    static TimeBasis of(RecordedTime told) {
        return told == null
                ? null
                : switch (told) {
                    case EXTENSION -> EXTENSION;
                    case PLAY_RANGE -> PLAY_RANGE;
                    case DESCRIBED_RANGE -> DESCRIBED_RANGE;
                    case SENDER_REPORT -> SENDER_REPORT;
                    case ASKED -> ASKED;
                };
    }
}
