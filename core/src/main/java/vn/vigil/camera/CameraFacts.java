package vn.vigil.camera;

import java.util.List;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;
import vn.vigil.onvif.OnvifNames;
import vn.vigil.text.Viet;

/** The addresses of cameras, read and written. Pure. */
final class CameraFacts {
    private CameraFacts() {}

    /** A live or replay address. */
    static CameraUrl rtsp(String text) throws NetException {
        return CameraUrl.parse(text, "rtsp", "rtsps");
    }

    /** {@code host[:port]}, or the http address of a device service at its usual place. */
    static Endpoint onvif(String text) throws NetException {
        CameraUrl url = CameraUrl.parse(text.contains("://") ? text : "http://" + text, "http", "https");
        if (url.login() != null || !List.of("", "/", OnvifNames.DEVICE_PATH).contains(url.target())) {
            throw new NetException(NetException.Cause.BAD_URL, "not host:port");
        }
        return url.endpoint();
    }

    /** {@code host[:port]} of a web interface, {@code https://host[:port]} for TLS. */
    static Endpoint web(String text) throws NetException {
        CameraUrl url = CameraUrl.parse(text.contains("://") ? text : "http://" + text, "http", "https");
        if (url.login() != null || !List.of("", "/").contains(url.target())) {
            throw new NetException(NetException.Cause.BAD_URL, "not host:port");
        }
        return url.endpoint();
    }

    /** The form the store keeps: {@code host:port}, or {@code https://host:port}. */
    static String canonical(Endpoint endpoint) {
        return (endpoint.tls() ? "https://" : "") + endpoint;
    }

    /** Where the device answers: its own interface, else its stream; channels of a recorder share it. Null for a folder. */
    static Endpoint device(Camera c) {
        try {
            if (c.onvif() != null) {
                return onvif(c.onvif());
            }
            if (c.route().address() != null) {
                return web(c.route().address());
            }
            return c.url() == null ? null : rtsp(c.url()).endpoint();
        } catch (NetException e) {
            return null;
        }
    }

    static String tidy(String text) {
        return text == null ? null : Viet.nfc(text.strip());
    }

    /** The login inside an address; null without, or for what is no address. */
    static Login login(String url) {
        if (url == null) {
            return null;
        }
        try {
            return rtsp(url).login();
        } catch (NetException e) {
            return null;
        }
    }
}
