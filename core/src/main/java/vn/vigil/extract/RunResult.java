package vn.vigil.extract;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;
import vn.vigil.base.TimeSpan;
import vn.vigil.footage.Planned;

/**
 * What a run made, or would make.
 *
 * @param id the request
 * @param outcome what happened
 * @param cameras what was planned, a camera each
 * @param clips what was recorded; empty for a dry run and when unchanged
 * @param packages finished packages, by part
 * @param timestampMissing why the configured authority gave no timestamp; null when it did, or none is configured
 * @param notes what the operator should know: no timestamp authority, holes, an unknown clock, an unfinished run cleared
 */
public record RunResult(
        CaseId id,
        Outcome outcome,
        List<Planned> cameras,
        List<Clip> clips,
        List<PackageFacts> packages,
        Message timestampMissing,
        List<Message> notes) {
    public enum Outcome {
        DONE,
        /** The package was there already. */
        UNCHANGED,
        /** A dry run: everything needed is there. */
        PLANNED
    }

    /**
     * One recorded clip.
     *
     * @param name entry name in the package
     * @param firstPicture site time of the first picture; null when the camera told no time
     * @param lastPicture site time of the last picture; null likewise
     * @param lead how far the first picture lies before the asked start
     */
    public record Clip(
            CameraId camera,
            String name,
            Instant firstPicture,
            Instant lastPicture,
            Duration lead,
            long frames,
            long bytes,
            List<TimeSpan> gaps,
            long packetsLost,
            String sha256) {}
}
