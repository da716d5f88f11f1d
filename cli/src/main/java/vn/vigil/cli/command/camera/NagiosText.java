package vn.vigil.cli.command.camera;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Severity;
import vn.vigil.camera.CameraState;
import vn.vigil.camera.CameraVerdict;
import vn.vigil.camera.CheckResult;
import vn.vigil.camera.Finding;

/** A run of checks as a Nagios plug-in says it: never translated, a bar only before the performance data. Pure. */
final class NagiosText {
    private NagiosText() {}

    /** The lines: the verdict with its performance data, then one a camera that is not up. */
    static List<String> lines(CheckResult r, double seconds) {
        int[] counts = new int[CameraState.values().length];
        int maintained = 0;
        for (CameraVerdict v : r.cameras()) {
            if (r.maintained().contains(v.camera().id())) {
                maintained++;
            } else {
                counts[v.state().ordinal()]++;
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add("CAMERAS " + word(r.severity()) + " - "
                + counts[CameraState.DOWN.ordinal()] + " down, "
                + counts[CameraState.DEGRADED.ordinal()] + " degraded, "
                + counts[CameraState.NOT_CHECKED.ordinal()] + " not checked, "
                + counts[CameraState.UP.ordinal()] + " up"
                + (maintained == 0 ? "" : ", " + maintained + " under maintenance")
                + " | down=" + counts[CameraState.DOWN.ordinal()] + ";;0;0"
                + " degraded=" + counts[CameraState.DEGRADED.ordinal()] + ";0;;0"
                + " not_checked=" + counts[CameraState.NOT_CHECKED.ordinal()] + ";;;0"
                + " up=" + counts[CameraState.UP.ordinal()] + ";;;0"
                + " maintenance=" + maintained + ";;;0"
                + " time=" + Math.round(seconds * 1000) / 1000.0 + "s;;;0");
        for (CameraVerdict v : r.cameras()) {
            if (v.state() != CameraState.UP) {
                lines.add(line(v, r.maintained().contains(v.camera().id())));
            }
        }
        return lines;
    }

    private static String line(CameraVerdict v, boolean maintained) {
        StringBuilder out = new StringBuilder();
        out.append(word(v.state().severity()))
                .append(' ')
                .append(v.camera().id())
                .append(' ');
        // A bar would begin performance data.
        out.append(v.camera().name().replace('|', '/'))
                .append(": ")
                .append(v.state().word());
        for (Finding f : v.findings()) {
            out.append(' ').append(f.word());
        }
        return out.append(maintained ? " (maintenance)" : "").toString();
    }

    private static String word(Severity severity) {
        return severity.name();
    }
}
