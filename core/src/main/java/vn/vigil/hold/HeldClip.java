package vn.vigil.hold;

import java.time.Instant;
import vn.vigil.base.TimeSpan;
import vn.vigil.evidence.ClipSheet;

/**
 * One clip of a hold as it lies here, encrypted.
 *
 * @param number from 1 within its hold
 * @param span what of the held span it was fetched for, site time
 * @param sheet what is known of it; without entry names
 * @param bytes length of the clip itself
 * @param sha256 SHA-256 of the clip itself, hex
 * @param audioSha256 SHA-256 of the sound kept beside it, hex; null when there is none
 * @param copiedAt when it was copied
 */
public record HeldClip(
        int number, TimeSpan span, ClipSheet sheet, long bytes, String sha256, String audioSha256, Instant copiedAt) {
    String file() {
        return number + ".mp4";
    }

    /** Of the sound beside it. */
    String audioFile() {
        return number + ".audio.mka";
    }
}
