package vn.vigil.cli.command.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.base.Severity;
import vn.vigil.camera.CameraState;
import vn.vigil.camera.CameraVerdict;
import vn.vigil.camera.CheckRequest;
import vn.vigil.camera.CheckResult;
import vn.vigil.camera.alert.Alert;
import vn.vigil.camera.alert.Freshness;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.config.Setting;

/** {@code vigil camera check}: looks at cameras and judges them. */
@Command(name = "check")
public final class CameraCheckCommand extends ListCommand {
    /** A conversation has several answers, and then a picture to watch. */
    private static final int ANSWERS = 3;

    private static final Duration WHOLE = Duration.ofMinutes(5);

    @Parameters(arity = "0..*", paramLabel = "CAMERA")
    private List<String> cameras = new ArrayList<>();

    @Option(names = "--timeout", paramLabel = "LENGTH")
    private String timeout;

    @Option(names = "--deadline", paramLabel = "LENGTH")
    private String deadline;

    @Option(names = "--freshness", paramLabel = "LENGTH")
    private String freshness;

    @Override
    protected ExitCode run() {
        if (freshness != null) {
            Freshness found = vigil().alerts().freshness(duration(freshness));
            if (!quiet() || json() || found.severity() != Severity.OK) {
                out().show("camera.check.freshness", found, new FreshnessView());
            }
            return ExitCode.of(found.severity());
        }
        CheckResult result = vigil().cameras().check(request(), progress());
        if (!result.saved() && !dryRun()) {
            note(CameraViewText.NOT_SAVED.with());
        }
        tellAlerts(result);
        Out out = out();
        VerdictRow row = new VerdictRow(out);
        if (out.format() == Format.JSON) {
            out.show("camera.check", result, new ResultView(row));
        } else {
            out.list("camera.check", "cameras", quiet() ? findings(result) : result.cameras(), row);
        }
        if (result.saved() && !dryRun()) {
            out.flush(); // sending may take a while
            vigil().deliverMessages();
        }
        return ExitCode.of(result.severity());
    }

    /** What no message tells, or might not: it must show where checks run. */
    private void tellAlerts(CheckResult result) {
        if (result.gap() != null) {
            warn(CameraViewText.GAP.with(
                    out().time(result.gap().since()),
                    out().time(result.gap().closing().at())));
        }
        if (result.alerts() != null && result.alerts().mailStuck() != null) {
            Alert stuck = result.alerts().mailStuck();
            warn(CameraViewText.MAIL_STUCK.with(stuck.id(), out().time(stuck.since())));
        }
    }

    private CheckRequest request() {
        List<CameraId> ids = new ArrayList<>();
        for (String text : cameras) {
            CameraId id = vigil().cameras().find(text).id();
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        Duration answer = timeout == null ? vigil().config().duration(Setting.CAMERA_TIMEOUT) : duration(timeout);
        return new CheckRequest(
                ids, answer, answer.multipliedBy(ANSWERS), deadline == null ? WHOLE : duration(deadline));
    }

    private static List<CameraVerdict> findings(CheckResult result) {
        List<CameraVerdict> bad = new ArrayList<>();
        for (CameraVerdict v : result.cameras()) {
            if (v.state() != CameraState.UP) {
                bad.add(v);
            }
        }
        return bad;
    }

    @Override
    public boolean check() {
        return true;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.CRITICAL, ExitCode.UNKNOWN, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }

    private record ResultView(VerdictRow row) implements View<CheckResult> {
        @Override
        public void text(CheckResult r, Out out) {
            throw new IllegalStateException("shown as a list");
        }

        @Override
        public void json(CheckResult r, Json json) {
            json.field("checkedAt", r.checkedAt()).field("saved", r.saved()).array("cameras");
            for (CameraVerdict v : r.cameras()) {
                json.object();
                row.json(v, json);
                json.end();
            }
            json.end();
        }
    }
}
