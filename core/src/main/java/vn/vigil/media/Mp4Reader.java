package vn.vigil.media;

import java.nio.file.Path;

/** Reads clips back from disk, to hold them against what was written. Stateless; safe for use by several threads. */
public final class Mp4Reader {
    private Mp4Reader() {}

    /**
     * Reads every coded unit of an MP4 or Matroska file without decoding, and hashes file and essence in one go.
     *
     * @throws MediaException {@code IO}, {@code MALFORMED}, {@code UNSUPPORTED}
     */
    public static ClipFacts read(Path file) {
        throw new UnsupportedOperationException();
    }

    /**
     * Decodes every picture.
     *
     * @return how many pictures came out, which a sound clip has as many of as {@link TrackFacts#units()}
     * @throws MediaException {@code UNDECODABLE} when the decoder reports an error, else as {@link #read}
     */
    public static int decodeAll(Path file) {
        throw new UnsupportedOperationException();
    }
}
