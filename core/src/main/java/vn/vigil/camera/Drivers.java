package vn.vigil.camera;

import java.nio.file.Path;
import java.time.ZoneId;
import vn.vigil.base.World;
import vn.vigil.net.Login;
import vn.vigil.net.TlsTrust;

/** Chooses the driver for a camera. Stateless; safe for several threads. */
final class Drivers {
    private final World world;
    private final ZoneId zone;
    private final boolean basicAllowed;
    private final Path partial;

    /**
     * @param zone the site's
     * @param basicAllowed whether the site allows Basic for all its cameras
     * @param partial folder for recordings that must be fetched as files; made when it is needed
     */
    Drivers(World world, ZoneId zone, boolean basicAllowed, Path partial) {
        this.world = world;
        this.zone = zone;
        this.basicAllowed = basicAllowed;
        this.partial = partial;
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
            case HIKVISION -> new HikvisionDriver(wire, camera, rtspPort);
            case DAHUA -> new DahuaDriver(wire, camera, rtspPort, partial);
            case RTSP -> new RtspDriver(wire, camera);
            case FOLDER -> new FolderDriver(world, zone, camera);
        };
    }
}
