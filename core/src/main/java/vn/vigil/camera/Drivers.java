package vn.vigil.camera;

import java.time.ZoneId;
import vn.vigil.base.World;
import vn.vigil.net.Login;
import vn.vigil.net.TlsTrust;

/** Chooses the driver for a camera. Stateless; safe for several threads. */
final class Drivers {
    private final World world;
    private final ZoneId zone;
    private final boolean basicAllowed;

    /**
     * @param zone the site's
     * @param basicAllowed whether the site allows Basic for all its cameras
     */
    Drivers(World world, ZoneId zone, boolean basicAllowed) {
        this.world = world;
        this.zone = zone;
        this.basicAllowed = basicAllowed;
    }

    Wire wire(Camera camera, Login login) {
        Route route = camera.route();
        return new Wire(
                world,
                login,
                basicAllowed || route.basicAllowed(),
                route.pin() == null ? TlsTrust.anyKey() : new TlsTrust.Pinned(route.pin()));
    }

    /** @param login null to go without */
    Driver of(Camera camera, Login login) {
        return of(camera, login, 0);
    }

    /** @param rtspPort port for stream addresses the device names, when it is mapped; 0: as the device says */
    Driver of(Camera camera, Login login, int rtspPort) {
        Wire wire = wire(camera, login);
        return switch (camera.route().driver()) {
            case ONVIF -> new OnvifDriver(wire, camera, rtspPort);
            case RTSP, HIKVISION, DAHUA -> new RtspDriver(wire, camera);
            case FOLDER -> new FolderDriver(world, zone, camera);
        };
    }
}
