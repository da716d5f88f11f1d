package vn.vigil.sim;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.World;

/**
 * Cameras of a site that is not there: each listens on two ports of the loopback interface, one for ONVIF and snapshots over
 * HTTP, one for RTSP live and replay. Pictures come from a drawn scene, encoded once and looped. All threads are daemons.
 * Safe for use by several threads.
 */
public final class SimulatedSite implements AutoCloseable {
    private final Map<String, SimulatedCamera> cameras = new LinkedHashMap<>();

    private SimulatedSite(World world, SiteSpec spec) {
        for (CameraSpec camera : spec.cameras()) {
            cameras.put(camera.id().value(), new SimulatedCamera(world, camera));
        }
    }

    /** Starts every camera that is not {@link Fault#DEAD}, on free ports. */
    public static SimulatedSite start(World world, SiteSpec spec) {
        return new SimulatedSite(world, spec);
    }

    /** @throws IllegalArgumentException when no camera has that name */
    public SimulatedCamera camera(String id) {
        SimulatedCamera camera = cameras.get(id);
        if (camera == null) {
            throw new IllegalArgumentException("no simulated camera " + id);
        }
        return camera;
    }

    /** In the order of the spec. */
    public List<SimulatedCamera> cameras() {
        return List.copyOf(cameras.values());
    }

    /** Stops all cameras; when it returns no port is open and no thread of the site runs. */
    @Override
    public void close() {
        cameras.values().forEach(SimulatedCamera::stop);
    }
}
