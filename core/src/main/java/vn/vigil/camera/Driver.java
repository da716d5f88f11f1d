package vn.vigil.camera;

import java.util.List;
import java.util.Set;
import vn.vigil.base.Deadline;
import vn.vigil.base.TimeSpan;
import vn.vigil.rtsp.RtspException;

/**
 * One way to speak to a camera and to what records it. Made for one camera and one login, which it offers at most once; nothing
 * is sent before the first question. For one thread. All times are camera time: what the device's own clock calls UTC.
 */
interface Driver {
    /** What it can do for this camera. Contacts nobody. */
    Set<Ability> abilities();

    /**
     * What a check learns of the clock before it goes for the picture. Where the device tells its clock without a login, none is
     * offered.
     *
     * @throws DriverException REFUSED and KEY_CHANGED only; any other failure is in the answer
     */
    ClockAnswer clockForCheck(Deadline deadline) throws DriverException;

    /** The clock and by what it goes; the reading is null when the device tells none. */
    ClockFacts clock(Deadline deadline) throws DriverException;

    /** Everything an inventory wants to know. */
    Found find(Deadline deadline) throws DriverException;

    /** What is recorded within a span of camera time. */
    Footage footage(TimeSpan cameraTime, Deadline deadline) throws DriverException;

    /**
     * Replays what is recorded of a span: from the key frame at or before its start to the first picture at or after its end.
     *
     * @param clock the camera's clock as last known, for the record; may be null
     */
    FootageSource replay(TimeSpan cameraTime, ClockReading clock, Deadline deadline)
            throws DriverException, RtspException;

    /** How the recorder stands: its disks, its oldest and newest recording. */
    StorageFacts storage(Deadline deadline) throws DriverException;

    /** Who may log in, names and levels only. */
    List<Account> accounts(Deadline deadline) throws DriverException;

    /** What was found out about how this device speaks, to be handed to the next driver for it; null when nothing was. */
    default String dialect() {
        return null;
    }

    /**
     * What a check learns of the clock.
     *
     * @param reading null when not told
     * @param implausible a time was told that cannot be the device's
     * @param stranger what answers is no device of this kind
     */
    record ClockAnswer(ClockReading reading, boolean implausible, boolean stranger) {
        static final ClockAnswer NOT_ASKED = new ClockAnswer(null, false, false);
    }

    /**
     * What a device told about itself.
     *
     * @param url main live stream, or null when the device has no profile with video
     * @param subUrl smallest other live stream, or null
     * @param recording token of its one video recording, or null
     * @param replayUrl null without a recording
     * @param recordings how many video recordings it has, −1 when it does not tell; with several nobody can tell which is this
     *     camera's
     */
    record Found(
            DeviceFacts device,
            ClockReading clock,
            String url,
            String subUrl,
            String recording,
            String replayUrl,
            int recordings) {}
}
