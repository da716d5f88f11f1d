package vn.vigil.sim;

import java.net.URI;
import vn.vigil.base.World;

/** One camera of a {@link SimulatedSite}. Its addresses stay the same over {@link #stop()} and {@link #start()}. Thread-safe. */
public final class SimulatedCamera {
    private final CameraSpec spec;

    SimulatedCamera(World world, CameraSpec spec) {
        this.spec = spec;
    }

    public CameraSpec spec() {
        return spec;
    }

    /** {@code 127.0.0.1:PORT} of the ONVIF services, fit for {@code --onvif}. */
    public String onvifAddress() {
        throw new UnsupportedOperationException();
    }

    /** The ONVIF device service, {@code http://127.0.0.1:PORT/onvif/device_service}. */
    public URI onvif() {
        throw new UnsupportedOperationException();
    }

    /** {@code rtsp://127.0.0.1:PORT/live}, without user info. */
    public URI liveUrl() {
        throw new UnsupportedOperationException();
    }

    /** {@code rtsp://127.0.0.1:PORT/replay}, without user info; answers 404 when there is no recording. */
    public URI replayUrl() {
        throw new UnsupportedOperationException();
    }

    /** {@code http://127.0.0.1:PORT/snapshot.jpg}, without user info. */
    public URI snapshotUrl() {
        throw new UnsupportedOperationException();
    }

    /** Closes its ports and connections: the camera is dead. Does nothing when it is dead already. */
    public void stop() {}

    /** Opens its ports again, at the same addresses. Does nothing when they are open. */
    public void start() {}
}
