package vn.vigil.camera;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.TimeSpan;

/** Says why recordings are missing. Pure; all times are site time. */
final class Holes {
    private Holes() {}

    /**
     * Cuts the missing spans where the reason changes.
     *
     * @param missing in order, not overlapping
     * @param oldest the recorder's oldest recording, or null when not told
     * @param newest its newest, or null when not told
     * @param added when the camera entered the inventory
     * @param states its settled states, in any order
     * @param now nothing later can be recorded
     */
    static List<Hole> explain(
            List<TimeSpan> missing,
            Instant oldest,
            Instant newest,
            Instant added,
            List<CameraSpan> states,
            Instant now) {
        Instant reached = newest != null && newest.isBefore(now) ? newest : now;
        List<Hole> holes = new ArrayList<>();
        for (TimeSpan span : missing) {
            List<Instant> cuts = new ArrayList<>();
            cuts.add(span.from());
            cut(cuts, span, oldest);
            cut(cuts, span, reached);
            for (CameraSpan s : states) {
                cut(cuts, span, s.from());
                cut(cuts, span, s.to());
            }
            cuts.add(span.to());
            cuts.sort(null);
            for (int i = 1; i < cuts.size(); i++) {
                add(holes, new TimeSpan(cuts.get(i - 1), cuts.get(i)), oldest, reached, added, states);
            }
        }
        return holes;
    }

    private static void cut(List<Instant> cuts, TimeSpan span, Instant at) {
        if (at != null && span.from().isBefore(at) && at.isBefore(span.to()) && !cuts.contains(at)) {
            cuts.add(at);
        }
    }

    private static void add(
            List<Hole> holes, TimeSpan piece, Instant oldest, Instant reached, Instant added, List<CameraSpan> states) {
        HoleReason reason = reason(piece, oldest, reached, added, states);
        Hole last = holes.isEmpty() ? null : holes.get(holes.size() - 1);
        if (last != null && last.reason() == reason && last.span().to().equals(piece.from())) {
            holes.set(holes.size() - 1, new Hole(new TimeSpan(last.span().from(), piece.to()), reason));
        } else {
            holes.add(new Hole(piece, reason));
        }
    }

    private static HoleReason reason(
            TimeSpan piece, Instant oldest, Instant reached, Instant added, List<CameraSpan> states) {
        if (!piece.from().isBefore(reached)) {
            return HoleReason.NOT_YET;
        }
        for (CameraSpan s : states) {
            boolean within = !piece.from().isBefore(s.from())
                    && (s.to() == null || piece.from().isBefore(s.to()));
            if (within && s.state() == CameraState.DOWN) {
                return HoleReason.CAMERA_DOWN;
            }
        }
        if (oldest != null && piece.from().isBefore(oldest)) {
            return piece.to().isAfter(added) ? HoleReason.RETENTION : HoleReason.NEVER_RECORDED;
        }
        return HoleReason.UNKNOWN;
    }
}
