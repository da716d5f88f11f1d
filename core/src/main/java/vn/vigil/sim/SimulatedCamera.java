package vn.vigil.sim;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import vn.vigil.base.World;
import vn.vigil.net.LoopbackServer;

/** One camera of a {@link SimulatedSite}. Its addresses stay the same over {@link #stop()} and {@link #start()}. Thread-safe. */
public final class SimulatedCamera {
    private final LoopbackServer server;
    private final Device device;
    private final OnvifServices services;
    private final DahuaServices dahua;
    private LoopbackServer.Port onvif;
    private LoopbackServer.Port rtsp;

    SimulatedCamera(World world, LoopbackServer server, Loop.Library loops, CameraSpec spec) throws IOException {
        this.server = server;
        onvif = server.listen(0, this::http);
        try {
            rtsp = server.listen(0, this::stream);
        } catch (IOException e) {
            onvif.close();
            throw e;
        }
        this.device = new Device(world, spec, loops, new DigestGate(world, spec), onvif.number(), rtsp.number());
        this.services = new OnvifServices(device);
        this.dahua = new DahuaServices(device);
        if (spec.has(Fault.DEAD)) {
            stop();
        } else {
            loops.prepare(spec);
        }
    }

    private void http(LoopbackServer.Connection connection) throws IOException {
        HttpConversation.serve(device, services, dahua, connection);
    }

    private void stream(LoopbackServer.Connection connection) throws IOException {
        RtspConversation.serve(device, connection);
    }

    public CameraSpec spec() {
        return device.spec();
    }

    /** {@code 127.0.0.1:PORT} of the ONVIF services, fit for {@code --onvif}. */
    public String onvifAddress() {
        return "127.0.0.1:" + device.onvifPort();
    }

    /** The ONVIF device service, {@code http://127.0.0.1:PORT/onvif/device_service}. */
    public URI onvif() {
        return URI.create(device.http(OnvifServices.devicePath()));
    }

    /** {@code rtsp://127.0.0.1:PORT/live}, without user info. */
    public URI liveUrl() {
        return URI.create(device.rtsp(Device.LIVE));
    }

    /** {@code rtsp://127.0.0.1:PORT/replay}, without user info; answers 404 when there is no recording. */
    public URI replayUrl() {
        return URI.create(device.rtsp(Device.REPLAY));
    }

    /** {@code http://127.0.0.1:PORT/snapshot.jpg}, without user info. */
    public URI snapshotUrl() {
        return URI.create(device.http(Device.SNAPSHOT));
    }

    /** Where it speaks its vendor's own protocol; null when it has none. */
    public VendorAddresses vendorAddresses() {
        return switch (device.spec().vendor()) {
            case NONE -> null;
            case HIKVISION, HIKVISION_LOCAL_TIME ->
                vendor("/ISAPI/System/deviceInfo", "/Streaming/Channels/101", "/Streaming/tracks/101/");
            case DAHUA ->
                vendor(
                        DahuaServices.ROOT + "magicBox.cgi?action=getSystemInfo",
                        "/cam/realmonitor?channel=1&subtype=0",
                        "/cam/playback?channel=1&subtype=0");
        };
    }

    private VendorAddresses vendor(String http, String live, String playback) {
        return new VendorAddresses(
                URI.create(device.http(http)), URI.create(device.rtsp(live)), URI.create(device.rtsp(playback)));
    }

    /** How many requests came with credentials and were refused, over all protocols: what a real camera would count to a lock. */
    public int refusedLogins() {
        return device.gate().refused();
    }

    /** How many requests came that ask for the login, by vendors' protocols and RTSP: what a client spares its cameras or not. */
    public int requests() {
        return device.gate().judged();
    }

    /** How many searches of the Dahua CGI stand open: what a client has not given back. */
    public int openSearches() {
        return dahua.openHandles();
    }

    /** What it accepts now: the password may have been set since; null: it asks for nothing. */
    public Login login() {
        return device.gate().login();
    }

    /** Sets its password at the device itself, as a technician does on the spot. */
    public void setPassword(String password) {
        device.gate().setPassword(password);
    }

    /** Closes its ports and connections: the camera is dead. Does nothing when it is dead already. */
    public synchronized void stop() {
        try {
            if (onvif != null) {
                onvif.close();
                rtsp.close();
                onvif = null;
                rtsp = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens its ports again, at the same addresses. Does nothing when they are open. */
    public synchronized void start() {
        if (onvif != null) {
            return;
        }
        try {
            device.loops().prepare(device.spec());
            LoopbackServer.Port http = server.listen(device.onvifPort(), this::http);
            try {
                rtsp = server.listen(device.rtspPort(), this::stream);
            } catch (IOException e) {
                http.close();
                throw e;
            }
            onvif = http;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
