package vn.vigil.camera;

import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;

/** The site's cameras. Safe for use by several threads. */
public final class Cameras {
    Cameras() {}

    /** All cameras, by id. Contacts nobody. */
    public List<Camera> list() {
        throw new UnsupportedOperationException();
    }

    /**
     * One camera of the inventory. Contacts nobody.
     *
     * @throws vn.vigil.base.VigilException NOT_FOUND, naming the nearest known id
     */
    public Camera get(CameraId id) {
        throw new UnsupportedOperationException();
    }

    /** Looks at cameras and judges them. A camera's fault is in its verdict; nothing is thrown for it. */
    public CheckResult check(CheckRequest request) {
        throw new UnsupportedOperationException();
    }

    /** The last clock reading that was stored, or null. Contacts nobody. */
    public ClockReading lastClock(CameraId id) {
        throw new UnsupportedOperationException();
    }

    /**
     * Measures the camera's clock now and stores the reading.
     *
     * @return null when the camera tells no time without a stream (no ONVIF)
     * @throws vn.vigil.base.VigilException when the device does not answer
     */
    public ClockReading clock(CameraId id, Deadline deadline) {
        throw new UnsupportedOperationException();
    }

    /**
     * What is recorded of a span, as the recorder tells.
     *
     * @param cameraTime the span by the camera's own clock
     * @throws vn.vigil.base.VigilException when the recorder does not answer or refuses the login
     */
    public Footage footage(CameraId id, TimeSpan cameraTime, Deadline deadline) {
        throw new UnsupportedOperationException();
    }

    /**
     * Replays what is recorded of a span: from the key frame at or before its start to the first picture at or after its
     * end, as fast as the recorder gives.
     *
     * @param cameraTime the span by the camera's own clock
     * @param deadline for the session to start
     * @throws vn.vigil.base.VigilException when there is no replay, the recorder does not answer or refuses
     */
    public FootageSource openReplay(CameraId id, TimeSpan cameraTime, Deadline deadline) {
        throw new UnsupportedOperationException();
    }

    /**
     * Receives the main live stream from its next key frame on, until closed.
     *
     * @param deadline for the session to start
     * @throws vn.vigil.base.VigilException when the camera does not answer or refuses
     */
    public FootageSource openLive(CameraId id, Deadline deadline) {
        throw new UnsupportedOperationException();
    }
}
