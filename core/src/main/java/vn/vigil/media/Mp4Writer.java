package vn.vigil.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import vn.vigil.base.AccessUnit;
import vn.vigil.base.TrackFormat;

/**
 * Writes one clip: units as the camera sent them into an MP4, nothing re-encoded. H.264 is {@code avc1}, H.265 {@code hvc1},
 * parameter sets and SEI of the stream are kept in place, the index stands in front. Sound in AAC goes into the same file;
 * G.711 has no place in MP4 and goes, as recorded, into {@code <name>.audio.mka} beside it.
 *
 * <p>Confined to one thread at a time. Files are made new, readable by their owner only, and synced to disk by
 * {@link #finish()}. After an exception, or when closed without {@code finish}, what was written stays for the caller to
 * clear and is no clip.
 */
public final class Mp4Writer implements AutoCloseable {
    private Mp4Writer() {}

    /**
     * Starts a clip.
     *
     * @param file must not exist; its folder must
     * @param tracks the session's tracks, in the order that {@link AccessUnit#track()} indexes; exactly one of video with
     *     known parameter sets; at most one of audio is kept, tracks of {@code OTHER} are passed over
     * @param expected about how long the clip will be, which decides how much room is kept for the index; too little costs a
     *     second pass over the file, nothing else. {@link Duration#ZERO} when not known
     * @throws MediaException {@code EXISTS}, {@code IO}, {@code DISK_FULL}, {@code MALFORMED} (parameter sets), {@code UNSUPPORTED}
     */
    public static Mp4Writer create(Path file, List<TrackFormat> tracks, Duration expected) {
        throw new UnsupportedOperationException();
    }

    /**
     * Adds one unit. Pictures come in decoding order and begin with a key frame; audio before the first picture is left out
     * and counted. Units of tracks that are not kept are passed over.
     *
     * @throws MediaException {@code DISK_FULL}, {@code IO}, or {@code MALFORMED} when the first picture is no key frame or a
     *     picture has other parameter sets than the track (start a new file, see {@link ParameterSets#changed})
     */
    public void write(AccessUnit unit) {
        throw new UnsupportedOperationException();
    }

    /**
     * Completes index and files, and syncs them to disk.
     *
     * @throws MediaException as {@link #write}; {@code MALFORMED} when there was no picture
     */
    public ClipFacts finish() {
        throw new UnsupportedOperationException();
    }

    /** Releases everything; without {@link #finish()} before, the files stay incomplete. May be called again. */
    @Override
    public void close() {}
}
