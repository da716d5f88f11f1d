package vn.vigil.camera;

import java.io.Closeable;
import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.Deadline;
import vn.vigil.base.TrackFormat;

/**
 * Coded pictures and sound as they arrive from a camera or its recorder. Used by one thread. {@link #close()} ends the
 * session at the device (TEARDOWN), also after a failure; devices have few sessions to give.
 */
public interface FootageSource extends Closeable {
    /** The tracks that will arrive, video first; parameter sets may still be empty when only the stream itself carries them. */
    List<TrackFormat> tracks();

    /**
     * The next unit of any track, in the order of arrival. The first video unit is a key frame.
     *
     * @return null at the end: the recorder said so, or, in a replay, everything up to the asked end has arrived
     * @throws vn.vigil.base.VigilException when the connection broke, or no video came before the deadline
     */
    AccessUnit next(Deadline deadline);

    /** What is known of device and transport up to now. */
    SourceFacts facts();

    @Override
    void close();
}
