package vn.vigil.camera;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.net.AddressRules;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.Endpoint;
import vn.vigil.net.Login;
import vn.vigil.net.NetException;
import vn.vigil.onvif.OnvifNames;
import vn.vigil.text.Viet;

/** Judges and tidies what a person wrote about a camera. Pure. */
final class CameraFacts {
    private static final int MAX_TEXT = 200;
    private static final int MAX_URL = 1000;

    private CameraFacts() {}

    /** What is wrong with which field; the field is named as in an inventory file, which is the flag without its dashes. */
    record Fault(String field, Message what) {}

    /** All faults, in the order of the fields. Nothing in them repeats the address, which may hold a password. */
    static List<Fault> faults(AddCamera c) {
        List<Fault> faults = new ArrayList<>();
        text(faults, "name", c.name());
        if (c.url() == null && c.onvif() == null) {
            faults.add(new Fault("url", CameraText.ADDRESS_MISSING.with()));
        }
        url(faults, "url", c.url());
        url(faults, "sub-url", c.subUrl());
        if (c.onvif() != null) {
            try {
                if (AddressRules.refuses(onvif(c.onvif()).host())) {
                    faults.add(new Fault("onvif", CameraText.FORBIDDEN_ADDRESS.with()));
                }
            } catch (NetException e) {
                faults.add(new Fault("onvif", CameraText.BAD_ONVIF.with()));
            }
        }
        url(faults, "replay-url", c.replayUrl());
        if (c.rtspPort() != null && (c.rtspPort() < 1 || c.rtspPort() > 65535)) {
            faults.add(new Fault("rtsp-port", CameraText.BAD_PORT.with()));
        }
        text(faults, "user", c.user());
        if (c.passwordFile() != null && c.user() == null) {
            faults.add(new Fault("user", CameraText.USER_MISSING.with()));
        }
        text(faults, "place", c.place());
        if (faults.isEmpty() && severalLogins(c)) {
            faults.add(new Fault("url", CameraText.SEVERAL_LOGINS.with()));
        }
        return faults;
    }

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

    /** The form the store keeps: {@code host:port}, or {@code https://host:port}; null stays null. */
    static String canonicalOnvif(String text) {
        if (text == null) {
            return null;
        }
        try {
            Endpoint endpoint = onvif(text);
            return (endpoint.tls() ? "https://" : "") + endpoint;
        } catch (NetException e) {
            throw new IllegalArgumentException("address was not judged before");
        }
    }

    /** The one login among the addresses, or null. */
    static Login loginInAddresses(AddCamera c) {
        Login found = null;
        for (String text : new String[] {c.url(), c.subUrl(), c.replayUrl()}) {
            Login login = login(text);
            found = found == null ? login : found;
        }
        return found;
    }

    /** The address without its user info, in the form the store keeps; null stays null. */
    static String bare(String url) {
        if (url == null) {
            return null;
        }
        try {
            return rtsp(url).toString();
        } catch (NetException e) {
            throw new IllegalArgumentException("address was not judged before");
        }
    }

    static String tidy(String text) {
        return text == null ? null : Viet.nfc(text.strip());
    }

    private static boolean severalLogins(AddCamera c) {
        Login inside = loginInAddresses(c);
        if (inside == null) {
            return false;
        }
        for (String text : new String[] {c.url(), c.subUrl(), c.replayUrl()}) {
            Login other = login(text);
            if (other != null && !other.equals(inside)) {
                return true;
            }
        }
        return c.user() != null;
    }

    private static Login login(String url) {
        if (url == null) {
            return null;
        }
        try {
            return rtsp(url).login();
        } catch (NetException e) {
            return null;
        }
    }

    private static void url(List<Fault> faults, String field, String text) {
        if (text == null) {
            return;
        }
        try {
            if (text.length() > MAX_URL) {
                throw new NetException(NetException.Cause.BAD_URL, "too long");
            }
            if (AddressRules.refuses(rtsp(text).host())) {
                faults.add(new Fault(field, CameraText.FORBIDDEN_ADDRESS.with()));
            }
        } catch (NetException e) {
            faults.add(new Fault(field, CameraText.BAD_URL.with()));
        }
    }

    private static void text(List<Fault> faults, String field, String text) {
        if (text == null) {
            return;
        }
        boolean bad = text.length() > MAX_TEXT;
        for (int i = 0; i < text.length() && !bad; i++) {
            bad = Character.isISOControl(text.charAt(i));
        }
        if (bad) {
            faults.add(new Fault(field, CameraText.BAD_TEXT.with(MAX_TEXT)));
        }
    }
}
