package vn.vigil.camera;

import vn.vigil.base.Message;

/** States and findings in the reader's words. */
public final class CameraWords {
    private CameraWords() {}

    /** A state in the reader's words. */
    public static Message of(CameraState state) {
        CameraText key =
                switch (state) {
                    case UP -> CameraText.STATE_UP;
                    case DEGRADED -> CameraText.STATE_DEGRADED;
                    case DOWN -> CameraText.STATE_DOWN;
                    case NOT_CHECKED -> CameraText.STATE_NOT_CHECKED;
                };
        return key.with();
    }

    /** A finding in the reader's words. */
    public static Message of(Finding finding) {
        CameraText key =
                switch (finding) {
                    case UNREACHABLE -> CameraText.FINDING_UNREACHABLE;
                    case REFUSED -> CameraText.FINDING_REFUSED;
                    case NO_STREAM -> CameraText.FINDING_NO_STREAM;
                    case NO_PICTURE -> CameraText.FINDING_NO_PICTURE;
                    case FROZEN -> CameraText.FINDING_FROZEN;
                    case BLACK -> CameraText.FINDING_BLACK;
                    case COVERED -> CameraText.FINDING_COVERED;
                    case DEFOCUSED -> CameraText.FINDING_DEFOCUSED;
                    case MOVED -> CameraText.FINDING_MOVED;
                    case COLOUR_CAST -> CameraText.FINDING_COLOUR_CAST;
                    case NOISY -> CameraText.FINDING_NOISY;
                    case LOW_FRAME_RATE -> CameraText.FINDING_LOW_FRAME_RATE;
                    case LOW_BITRATE -> CameraText.FINDING_LOW_BITRATE;
                    case LOSS -> CameraText.FINDING_LOSS;
                    case CLOCK_WRONG -> CameraText.FINDING_CLOCK_WRONG;
                    case NOT_RECORDING -> CameraText.FINDING_NOT_RECORDING;
                    case RETENTION_SHORT -> CameraText.FINDING_RETENTION_SHORT;
                    case BUSY -> CameraText.FINDING_BUSY;
                    case REPLACED -> CameraText.FINDING_REPLACED;
                    case NOT_ONVIF -> CameraText.FINDING_NOT_ONVIF;
                };
        return key.with();
    }

    /** The same by the finding's word; null when there is no such finding. */
    public static Message finding(String word) {
        for (Finding finding : Finding.values()) {
            if (finding.word().equals(word)) {
                return of(finding);
            }
        }
        return null;
    }
}
