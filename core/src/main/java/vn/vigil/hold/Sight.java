package vn.vigil.hold;

import vn.vigil.base.CaseId;
import vn.vigil.base.TimeSpan;
import vn.vigil.camera.Readiness;

/**
 * Whether footage of one camera and span is there, as its recorder tells now.
 *
 * @param span true site time
 * @param readiness what the recorder says; its report, with gaps and clock, is null when it did not answer
 * @param hold the hold that has or fetches exactly this span; null when none does
 * @param held how far that hold is; null without one
 */
public record Sight(TimeSpan span, Readiness readiness, CaseId hold, HoldState held) {}
