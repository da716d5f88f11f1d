package vn.vigil.footage;

import java.time.Instant;
import vn.vigil.base.CameraId;
import vn.vigil.camera.TimeBasis;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.media.ClipFacts;

/**
 * A clip that was taken and measured from disk.
 *
 * @param camera whose
 * @param facts the files as they lie on disk
 * @param sheet all that its sheet says but the entry names and the file's hash
 * @param start site time of its first picture
 * @param end site time of its last picture
 */
public record Taken(CameraId camera, ClipFacts facts, ClipSheet sheet, Instant start, Instant end) {
    public long bytes() {
        return facts.bytes();
    }

    /** Whether its camera time rests on nothing that the recorder told. */
    public boolean timeAssumed() {
        return TimeBasis.ASKED.word().equals(sheet.timeBasis());
    }
}
