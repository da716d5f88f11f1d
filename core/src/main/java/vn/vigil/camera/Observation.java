package vn.vigil.camera;

import vn.vigil.media.Luma;
import vn.vigil.media.LumaThumb;

/**
 * What one conversation with a camera brought, before anyone judges it.
 *
 * @param failure what ended the conversation early, {@code NONE} when a picture was watched to the end
 * @param brokenStep the step it ended in, null with {@code NONE}
 * @param clock the camera's clock, or null
 * @param clockImplausible the camera told a time that cannot be its clock (never set, month 13)
 * @param notOnvif an ONVIF address is in the inventory, but what answers there is something else
 * @param device what the device said of itself, {@link DeviceFacts#NONE} when not asked
 * @param picture facts of the stream, or null when no video came
 * @param first the first key frame, or null when none was decoded
 * @param second a picture at least a key-frame interval later, or null when none was watched
 * @param luma measures of the last decoded picture, or null without one, or when it is too bright to be black
 * @param sample what baselines are learned from and held against, or null when no picture was measured
 * @param recorder what the recorder said, or null when it was not asked
 * @param timeStoodStill pictures kept coming while their time did not advance
 */
record Observation(
        Failure failure,
        Step brokenStep,
        ClockReading clock,
        boolean clockImplausible,
        boolean notOnvif,
        DeviceFacts device,
        PictureFacts picture,
        LumaThumb first,
        LumaThumb second,
        Luma luma,
        BaselineSample sample,
        RecorderFacts recorder,
        boolean timeStoodStill) {

    /** Why a conversation ended early. */
    enum Failure {
        NONE,
        /** No connection, no answer in time, or the connection broke before video came. */
        UNREACHABLE,
        /** The login was refused, now or in an earlier check. */
        REFUSED,
        /** A login is asked for, and none was offered: none is known, or none of the ways it takes is allowed. */
        NOT_OFFERED,
        /** The camera answers, but gives no video, or stops giving it. */
        NO_STREAM,
        /** Video comes, but no picture can be made of it. */
        NO_PICTURE,
        /** Its TLS key is another than the pinned one; it was told nothing. */
        KEY_CHANGED,
        /** Video comes, but vigil's decoder crashed, hung or could not be started over it: nothing is known of the picture. */
        DECODER_FAILED,
        /** All of the camera's sessions are taken: it works for somebody else. */
        BUSY,
        /** Its turn did not come, or vigil itself failed. */
        NOT_RUN
    }

    /** Nothing was learnt beyond the failure. */
    static Observation failed(Failure failure, Step step) {
        return new Observation(
                failure, step, null, false, false, DeviceFacts.NONE, null, null, null, null, null, null, false);
    }

    /** The last picture decoded; null when there was none. */
    LumaThumb latest() {
        return second != null ? second : first;
    }

    /** The same with the camera's clock by its stream, as far as that tells one. */
    Observation timed(ClockReading streamClock) {
        return new Observation(
                failure,
                brokenStep,
                streamClock,
                clockImplausible,
                notOnvif,
                device,
                picture,
                first,
                second,
                luma,
                sample,
                recorder,
                timeStoodStill);
    }

    /** The same with what the device said of its clock, which holds over the stream's. */
    Observation timed(Driver.ClockAnswer answer) {
        return new Observation(
                failure,
                brokenStep,
                answer.reading() != null ? answer.reading() : clock,
                answer.implausible(),
                answer.stranger(),
                device,
                picture,
                first,
                second,
                luma,
                sample,
                recorder,
                timeStoodStill);
    }

    /** The same with what the recorder said. */
    Observation recorded(RecorderFacts said) {
        return new Observation(
                failure,
                brokenStep,
                clock,
                clockImplausible,
                notOnvif,
                device,
                picture,
                first,
                second,
                luma,
                sample,
                said,
                timeStoodStill);
    }
}
