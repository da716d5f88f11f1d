package vn.vigil.camera;

import java.time.Duration;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;
import vn.vigil.net.TlsTrust;
import vn.vigil.rtsp.PlayRequest;
import vn.vigil.rtsp.RtspException;
import vn.vigil.rtsp.RtspOptions;

/**
 * What every conversation with one camera is held by.
 *
 * @param login offered at most once by each driver; null to go without
 * @param basicAllowed whether the password may go by Basic over a plain connection
 * @param trust whose TLS key is believed
 */
record Wire(World world, Login login, boolean basicAllowed, TlsTrust trust) {
    /** How a stream is asked for: the watchdog bites while there is still time to tell of it. */
    RtspOptions rtsp(Deadline deadline) {
        Duration half = deadline.left().dividedBy(2);
        RtspOptions standard =
                RtspOptions.defaults().withBasicAllowed(basicAllowed).withTrust(trust);
        return half.compareTo(standard.watchdog()) < 0 && !half.isZero() ? standard.withWatchdog(half) : standard;
    }

    /**
     * Opens a stream as footage.
     *
     * @param name the driver's name in the evidence
     * @param address judged when it entered the inventory
     */
    FootageSource open(
            Camera camera, String name, String address, PlayRequest request, ClockReading clock, Deadline deadline)
            throws RtspException {
        try {
            return RtspFootage.open(
                    world, camera, name, CameraFacts.rtsp(address), login, rtsp(deadline), request, clock, deadline);
        } catch (NetException e) {
            throw new IllegalArgumentException("address was not judged before");
        }
    }

    /** Whether a failure comes down to a TLS key other than the pinned one. */
    static boolean keyChanged(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof NetException e && e.cause() == NetException.Cause.PIN_CHANGED) {
                return true;
            }
        }
        return false;
    }
}
