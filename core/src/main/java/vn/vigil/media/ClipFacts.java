package vn.vigil.media;

import java.nio.file.Path;

/**
 * What a written or re-read clip is.
 *
 * @param file the MP4 (or, read back, whichever container was read)
 * @param bytes its length
 * @param sha256 SHA-256 of the whole file, lower-case hex; null as written, because the index in front is written last:
 *     {@link Mp4Reader#read} tells it from disk
 * @param video the pictures; null only for an audio file read back
 * @param audio the sound, wherever it lies; null when there is none
 * @param audioBeside the Matroska file with the G.711 sound that an MP4 cannot carry, as recorded; null when the sound is in
 *     {@code file} or no sound came
 * @param audioSkipped audio units that came before the first picture and were left out
 * @param dropped pictures handed in and not written: always 0, since a picture that cannot be written is an exception
 */
public record ClipFacts(
        Path file,
        long bytes,
        String sha256,
        TrackFacts video,
        TrackFacts audio,
        Path audioBeside,
        int audioSkipped,
        int dropped) {}
