package vn.vigil.sim;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import vn.vigil.base.World;
import vn.vigil.net.LoopbackServer;

/**
 * What all conversations with one simulated camera share. Thread-safe.
 *
 * @param loops the site's encoded scenes
 * @param onvifPort where HTTP is spoken
 * @param rtspPort where RTSP is spoken
 */
record Device(World world, CameraSpec spec, Loop.Library loops, DigestGate gate, int onvifPort, int rtspPort) {
    static final String LIVE = "/live";
    static final String REPLAY = "/replay";
    static final String SNAPSHOT = "/snapshot.jpg";
    static final String RECORDING = "REC_1";
    static final String TRACK = "VIDEO001";

    /** The camera's own clock. */
    Instant clock() {
        return cameraTime(world.now());
    }

    Instant cameraTime(Instant trueTime) {
        return trueTime.plus(spec.clockError());
    }

    Instant trueTime(Instant cameraTime) {
        return cameraTime.minus(spec.clockError());
    }

    Recording recording() {
        return Recording.of(spec, world.now());
    }

    Loop loop() {
        return loops.of(spec);
    }

    String http(String path) {
        return "http://127.0.0.1:" + onvifPort + path;
    }

    String rtsp(String path) {
        return "rtsp://127.0.0.1:" + rtspPort + path;
    }

    /** Where to write: at once, or slowly. */
    OutputStream out(LoopbackServer.Connection connection) throws IOException {
        return spec.has(Fault.SLOW) ? new SlowOutput(world, connection.out()) : connection.out();
    }
}
