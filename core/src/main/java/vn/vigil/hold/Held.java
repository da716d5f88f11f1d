package vn.vigil.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.base.TimeSpan;

/**
 * One camera's footage of one span, held.
 *
 * @param id {@code HLD-2026-0001}
 * @param span true site time
 * @param causes why, oldest first; at least one
 * @param clips what lies here, in order of time
 * @param missing what of the span does not, in order of time
 * @param until pending: it is not secured until this moment at the earliest; else null
 * @param keepUntil first day on which it need not be kept any more; null while nobody has said
 * @param archived kept beyond its case until {@code keepUntil}
 * @param released who let it go, when and why; null while it is held
 */
public record Held(
        CaseId id,
        CameraId camera,
        TimeSpan span,
        HoldState state,
        List<Cause> causes,
        List<HeldClip> clips,
        List<Missing> missing,
        Instant until,
        LocalDate keepUntil,
        boolean archived,
        Cause released) {
    public Held {
        causes = List.copyOf(causes);
        clips = List.copyOf(clips);
        missing = List.copyOf(missing);
    }

    /** Whether it is held for this case; null for none. */
    public boolean isFor(CaseId cause) {
        for (Cause c : causes) {
            if (cause == null ? c.id() == null : cause.equals(c.id())) {
                return true;
            }
        }
        return false;
    }
}
