package vn.vigil.rtsp;

import java.util.List;
import vn.vigil.base.TrackFormat;
import vn.vigil.net.CameraUrl;

/**
 * What a camera says it can send (SDP, RFC 8866).
 *
 * @param tracks in the description's order
 * @param name the session's name, empty when there is none
 * @param tool what wrote the description ({@code a=tool}), empty when unknown
 * @param range the {@code a=range} value, e.g. {@code clock=…}; empty when there is none
 * @param notes oddities that were put right, each a word: {@code foreign-host gate.local} names a replaced host
 */
public record Presentation(List<Track> tracks, String name, String tool, String range, List<String> notes) {
    /**
     * One track.
     *
     * @param index its place in {@link Presentation#tracks()}
     * @param media {@code video}, {@code audio}, {@code application}, …
     * @param encoding the rtpmap's name in upper case, e.g. {@code H264}, {@code VND.ONVIF.METADATA}
     * @param payloadType 0–127
     * @param format how it is coded, as far as the description tells
     * @param control where to SETUP it
     */
    public record Track(
            int index, String media, String encoding, int payloadType, TrackFormat format, CameraUrl control) {}

    /** The first video track that vigil can receive, or null. */
    public Track video() {
        return first(true);
    }

    /** The first audio track that vigil can receive, or null. */
    public Track audio() {
        return first(false);
    }

    private Track first(boolean video) {
        for (Track t : tracks) {
            if (t.format().codec() != vn.vigil.base.Codec.OTHER
                    && t.format().codec().video() == video) {
                return t;
            }
        }
        return null;
    }
}
