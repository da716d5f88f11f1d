package vn.vigil.rtsp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.World;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Login;
import vn.vigil.testkit.ScriptedServer;

/** A session against a scripted camera, and the camera's usual lines. */
abstract class AgainstScriptedCamera {
    static final String PASSWORD = "cănary p@ss/%21";
    static final String SDP = "v=0\r\nm=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=control:trackID=1\r\n";
    static final String DESCRIBED = reply("200 OK", "", SDP);
    static final String SET_UP =
            reply("200 OK", "Transport: RTP/AVP/TCP;unicast;interleaved=0-1\r\nSession: 12 34;timeout=60\r\n", "");
    static final String OK = reply("200 OK", "", "");

    final World world = World.real();
    RtspOptions options = RtspOptions.defaults().withWatchdog(Duration.ofMillis(200));

    static String reply(String status, String headers, String body) {
        return "RTSP/1.0 " + status + "\r\nCSeq: ?\r\n" + headers
                + (body.isEmpty() ? "" : "Content-Length: " + body.length() + "\r\n") + "\r\n" + body;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] join(byte[]... parts) {
        byte[] all = {};
        for (byte[] part : parts) {
            int at = all.length;
            all = Arrays.copyOf(all, at + part.length);
            System.arraycopy(part, 0, all, at, part.length);
        }
        return all;
    }

    /** A picture on a channel, as it travels. */
    static byte[] picture(int channel, int sequence, boolean key) {
        byte[] nal = {(byte) (key ? 0x65 : 0x41), 1, 2};
        byte[] rtp = Packets.rtp(true, 96, sequence, sequence * 6000L, 1, null, nal);
        return join(new byte[] {'$', (byte) channel, 0, (byte) rtp.length}, rtp);
    }

    Deadline in(int millis) {
        return Deadline.in(world, Duration.ofMillis(millis));
    }

    RtspSession open(ScriptedServer server) throws Exception {
        CameraUrl url = CameraUrl.parse("rtsp://127.0.0.1:" + server.port() + "/live?channel=1", "rtsp");
        return RtspSession.open(
                world, url, new Login("admin", PASSWORD), AddressRules.of("127.0.0.1"), options, in(5000));
    }

    RtspSession play(ScriptedServer server) throws Exception {
        RtspSession session = open(server);
        session.describe(in(5000));
        session.setup(List.of(0), PlayRequest.live(), in(5000));
        session.play(in(5000));
        return session;
    }

    interface Doing {
        void with(RtspSession session) throws Exception;
    }

    /** Runs a conversation that must fail, and proves on the way that the failure tells no secret. */
    RtspException failing(ScriptedServer server, Doing doing) throws Exception {
        try (server;
                RtspSession session = open(server)) {
            RtspException e = assertThrows(RtspException.class, () -> doing.with(session));
            StringWriter text = new StringWriter();
            e.printStackTrace(new PrintWriter(text));
            for (String secret : List.of(PASSWORD, "canary", "c%C4%83nary", "cănary")) {
                assertFalse((text + e.toString()).contains(secret));
                assertFalse(server.requests().toString().contains(secret));
            }
            return e;
        }
    }

    RtspException describing(String... answers) throws Exception {
        return failing(ScriptedServer.of(answers).closingAtEnd(), s -> s.describe(in(2000)));
    }
}
