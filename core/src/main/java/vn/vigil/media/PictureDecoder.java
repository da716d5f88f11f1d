package vn.vigil.media;

import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.TrackFormat;

/**
 * Pictures out of coded units, one thread each, values in and values out. Stateless; safe for use by several threads, each
 * call has a decoder of its own (about 4 MiB for 720p). Bytes may be hostile: sizes beyond 8192 × 8192 are refused before
 * anything is allocated.
 */
public final class PictureDecoder {
    private PictureDecoder() {}

    /**
     * Decodes the first key frame of {@code units}; what else stands in the list is not decoded.
     *
     * @param format the track; its parameter sets may be empty when the units carry them
     * @param units of this track, in decoding order
     * @throws MediaException {@code UNDECODABLE} (also: no key frame), {@code MALFORMED}, {@code UNSUPPORTED}
     */
    public static Picture decode(TrackFormat format, List<AccessUnit> units) {
        throw new UnsupportedOperationException();
    }

    /**
     * Decodes from the first key frame to the end, in order of presentation. Broken pictures after the first good one are
     * left out or marked {@link Picture#damaged()}.
     *
     * @return at least one picture
     * @throws MediaException as {@link #decode}
     */
    public static List<Picture> decodeAll(TrackFormat format, List<AccessUnit> units) {
        throw new UnsupportedOperationException();
    }
}
