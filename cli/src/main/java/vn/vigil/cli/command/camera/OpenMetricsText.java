package vn.vigil.cli.command.camera;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import vn.vigil.camera.CameraState;
import vn.vigil.camera.CameraVerdict;
import vn.vigil.camera.CheckResult;
import vn.vigil.camera.Finding;

/**
 * A run of checks in the text form of OpenMetrics 1.0. A camera that was not checked has no value for being up: unknown is
 * neither. Pure.
 */
final class OpenMetricsText {
    private final List<String> lines = new ArrayList<>();

    private OpenMetricsText() {}

    static List<String> lines(CheckResult r, double seconds) {
        OpenMetricsText text = new OpenMetricsText();
        text.run(r, seconds);
        text.states(r);
        text.gauge(
                r,
                "vigil_camera_clock_offset_seconds",
                "seconds",
                "Camera clock minus ours.",
                v -> v.clock() == null ? null : v.clock().offset().toMillis() / 1000.0);
        text.gauge(
                r,
                "vigil_camera_clock_error_seconds",
                "seconds",
                "The true offset lies within this.",
                v -> v.clock() == null ? null : v.clock().error().toMillis() / 1000.0);
        text.gauge(
                r,
                "vigil_camera_frames_per_second",
                null,
                "Pictures a second of the stream looked at.",
                v -> v.picture() == null || v.picture().framesPerSecond() <= 0
                        ? null
                        : v.picture().framesPerSecond());
        text.gauge(
                r,
                "vigil_camera_bits_per_second",
                null,
                "Video bits a second of the stream looked at.",
                v -> v.picture() == null || v.picture().bitsPerSecond() <= 0
                        ? null
                        : (double) v.picture().bitsPerSecond());
        text.gauge(
                r,
                "vigil_camera_packet_loss_ratio",
                "ratio",
                "Share of video packets lost.",
                v -> v.picture() == null ? null : v.picture().loss());
        text.gauge(
                r,
                "vigil_camera_checked_timestamp_seconds",
                "seconds",
                "When the camera was last looked at.",
                v -> v.state() == CameraState.NOT_CHECKED ? null : v.checkedAt().toEpochMilli() / 1000.0);
        text.lines.add("# EOF");
        return text.lines;
    }

    private void run(CheckResult r, double seconds) {
        head("vigil_check_timestamp_seconds", "gauge", "seconds", "When the run began.");
        lines.add("vigil_check_timestamp_seconds " + number(r.checkedAt().toEpochMilli() / 1000.0));
        head("vigil_check_duration_seconds", "gauge", "seconds", "How long the run took.");
        lines.add("vigil_check_duration_seconds " + number(seconds));
        head("vigil_check_saved", "gauge", null, "1 when the run could be written down.");
        lines.add("vigil_check_saved " + (r.saved() ? 1 : 0));
    }

    private void states(CheckResult r) {
        head("vigil_camera_up", "gauge", null, "1 up, 0 not; no value when it was not checked.");
        for (CameraVerdict v : r.cameras()) {
            if (v.state() != CameraState.NOT_CHECKED) {
                lines.add("vigil_camera_up" + labels(v, null, null) + (v.state() == CameraState.UP ? " 1" : " 0"));
            }
        }
        head("vigil_camera_state", "stateset", null, "What the look saw.");
        for (CameraVerdict v : r.cameras()) {
            for (CameraState state : CameraState.values()) {
                lines.add("vigil_camera_state" + labels(v, "vigil_camera_state", state.word())
                        + (v.state() == state ? " 1" : " 0"));
            }
        }
        head("vigil_camera_finding", "gauge", null, "1 for each thing that is wrong.");
        for (CameraVerdict v : r.cameras()) {
            for (Finding f : v.findings()) {
                lines.add("vigil_camera_finding" + labels(v, "finding", f.word()) + " 1");
            }
        }
        head("vigil_camera_maintenance", "gauge", null, "1 under maintenance that was planned beforehand.");
        for (CameraVerdict v : r.cameras()) {
            lines.add("vigil_camera_maintenance" + labels(v, null, null)
                    + (r.maintained().contains(v.camera().id()) ? " 1" : " 0"));
        }
    }

    private void gauge(CheckResult r, String name, String unit, String help, Function<CameraVerdict, Double> value) {
        head(name, "gauge", unit, help);
        for (CameraVerdict v : r.cameras()) {
            Double x = value.apply(v);
            if (x != null) {
                lines.add(name + labels(v, null, null) + " " + number(x));
            }
        }
    }

    private void head(String name, String type, String unit, String help) {
        lines.add("# TYPE " + name + " " + type);
        if (unit != null) {
            lines.add("# UNIT " + name + " " + unit);
        }
        lines.add("# HELP " + name + " " + help);
    }

    private static String labels(CameraVerdict v, String more, String value) {
        return "{camera=\"" + escaped(v.camera().id().value()) + "\",name=\""
                + escaped(v.camera().name())
                + "\",essential=\"" + (v.camera().essential() ? "yes" : "no") + "\""
                + (more == null ? "" : "," + more + "=\"" + value + "\"") + "}";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }

    private static String number(double x) {
        return x == Math.rint(x) && Math.abs(x) < 1e15
                ? Long.toString((long) x)
                : String.format(Locale.ROOT, "%.6f", x).replaceAll("0+$", "");
    }
}
