package vn.vigil.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.World;
import vn.vigil.net.LoopbackServer;

/**
 * Cameras of a site that is not there: each listens on two ports of the loopback interface, one for ONVIF and snapshots over
 * HTTP, one for RTSP live and replay. Pictures come from a drawn scene, encoded once and looped. All threads are daemons.
 * Safe for use by several threads.
 */
public final class SimulatedSite implements AutoCloseable {
    private final LoopbackServer server;
    private final Loop.Library loops = new Loop.Library();
    private final Map<String, SimulatedCamera> cameras = new LinkedHashMap<>();

    private SimulatedSite(LoopbackServer server) {
        this.server = server;
    }

    /**
     * Starts every camera that is not {@link Fault#DEAD}, on free ports. Returns at once; the scenes are being encoded
     * meanwhile, and who asks for media earlier waits for them.
     *
     * @param world its ticker must run by itself when anything is to be streamed at its own pace
     * @throws UncheckedIOException when the ports cannot be opened
     */
    public static SimulatedSite start(World world, SiteSpec spec) {
        SimulatedSite site = null;
        try {
            site = new SimulatedSite(LoopbackServer.open("simulated site"));
            for (CameraSpec camera : spec.cameras()) {
                site.cameras.put(camera.id().value(), new SimulatedCamera(world, site.server, site.loops, camera));
            }
            return site;
        } catch (IOException | UncheckedIOException e) {
            if (site != null) {
                site.close();
            }
            throw e instanceof IOException io ? new UncheckedIOException(io) : (UncheckedIOException) e;
        }
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
        loops.close();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
