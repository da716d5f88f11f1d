package vn.vigil.rtsp;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.vigil.net.CameraUrl;
import vn.vigil.net.NetException;

/**
 * From a description to a presentation: which tracks there are and where each is set up. Addresses in it are data from the
 * camera: a foreign host or port is replaced by the one in use and noted, any scheme but RTSP is refused.
 */
final class Describing {
    /**
     * The outcome.
     *
     * @param aggregate where PLAY and TEARDOWN go
     * @param chosen for each track, the payload type taken
     */
    record Described(Presentation presentation, CameraUrl aggregate, List<Formats.Chosen> chosen) {}

    private final CameraUrl own;
    private final List<String> notes = new ArrayList<>();

    private Describing(CameraUrl own) {
        this.own = own;
    }

    /**
     * @param own the address that was described
     * @param base Content-Base or Content-Location, or null
     */
    static Described describe(CameraUrl own, String base, byte[] body) throws RtspException {
        return new Describing(own).describe(base, Sdp.parse(body));
    }

    private Described describe(String contentBase, Sdp sdp) throws RtspException {
        notes.addAll(sdp.notes());
        CameraUrl base = base(contentBase);
        CameraUrl aggregate = sdp.control().isEmpty() ? base : join(base, sdp.control());
        List<Presentation.Track> tracks = new ArrayList<>();
        List<Formats.Chosen> chosen = new ArrayList<>();
        for (Sdp.Media media : sdp.media()) {
            Formats.Chosen one = Formats.choose(media, notes);
            CameraUrl control = media.control().isEmpty() ? aggregate : join(aggregate, media.control());
            tracks.add(new Presentation.Track(
                    tracks.size(), media.kind(), one.encoding(), one.payloadType(), one.format(), control));
            chosen.add(one);
        }
        Presentation presentation = new Presentation(
                List.copyOf(tracks), sdp.name(), sdp.tool(), sdp.range(), List.copyOf(Formats.distinct(notes)));
        return new Described(presentation, aggregate, chosen);
    }

    /** Content-Base comes doubled, without a scheme, for another host or not at all; the address in use always serves. */
    private CameraUrl base(String contentBase) throws RtspException {
        if (contentBase == null || contentBase.isBlank()) {
            return own.withHost(own.host(), own.port());
        }
        String text = contentBase.strip();
        while (text.regionMatches(true, 7, "rtsp://", 0, 7)) {
            text = text.substring(7);
        }
        if (!text.contains("://")) {
            notes.add("bad-content-base");
            return own.withHost(own.host(), own.port());
        }
        return absolute(text, true);
    }

    private CameraUrl absolute(String text, boolean forgiving) throws RtspException {
        String scheme = text.substring(0, text.indexOf("://")).toLowerCase(Locale.ROOT);
        if (!scheme.equals("rtsp") && !scheme.equals("rtsps")) {
            throw new RtspException(
                    RtspException.Cause.PROTOCOL, RtspException.Step.DESCRIBE, "a control address of another scheme");
        }
        try {
            CameraUrl url = CameraUrl.parse(text, "rtsp", "rtsps");
            if (!url.host().equals(own.host())) {
                notes.add("foreign-host " + url.host());
            } else if (url.port() != own.port()) {
                notes.add("foreign-port " + url.port());
            }
            return own.withTarget(url.target());
        } catch (NetException e) {
            if (forgiving) {
                notes.add("bad-content-base");
                return own.withHost(own.host(), own.port());
            }
            throw new RtspException(RtspException.Step.DESCRIBE, e);
        }
    }

    private CameraUrl join(CameraUrl base, String control) throws RtspException {
        for (int i = 0; i < control.length(); i++) {
            if (Character.isISOControl(control.charAt(i))) {
                throw new RtspException(
                        RtspException.Cause.PROTOCOL,
                        RtspException.Step.DESCRIBE,
                        "a control character in a control address");
            }
        }
        if (control.equals("*")) {
            return base;
        }
        if (control.contains("://")) {
            return absolute(control, false);
        }
        String path = base.target();
        if (control.startsWith("/")) {
            int query = path.indexOf('?');
            String bare = query < 0 ? path : path.substring(0, query);
            while (bare.endsWith("/")) {
                bare = bare.substring(0, bare.length() - 1);
            }
            if (control.startsWith(bare + "/") && !bare.isEmpty()) {
                return base.withTarget(control);
            }
            return base.withTarget((path.endsWith("/") ? path.substring(0, path.length() - 1) : path) + control);
        }
        // Behind a query too: that is where the cameras that write one expect it.
        return base.withTarget(path.endsWith("/") ? path + control : path + "/" + control);
    }
}
