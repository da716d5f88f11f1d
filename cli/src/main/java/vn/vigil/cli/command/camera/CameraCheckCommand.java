package vn.vigil.cli.command.camera;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Severity;
import vn.vigil.base.VigilException;
import vn.vigil.camera.CameraState;
import vn.vigil.camera.CameraVerdict;
import vn.vigil.camera.CheckRequest;
import vn.vigil.camera.CheckResult;
import vn.vigil.camera.Shard;
import vn.vigil.camera.alert.Alert;
import vn.vigil.camera.alert.Freshness;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.config.Setting;

/** {@code vigil camera check}: looks at cameras and judges them. */
@Command(name = "check")
public final class CameraCheckCommand extends CommandBase {
    /** A conversation has several answers, and then a picture to watch. */
    private static final int ANSWERS = 3;

    private static final Duration WHOLE = Duration.ofMinutes(5);

    @Parameters(arity = "0..*", paramLabel = "CAMERA")
    private List<String> cameras = new ArrayList<>();

    @Option(names = "--timeout", paramLabel = "LENGTH")
    private String timeout;

    @Option(names = "--deadline", paramLabel = "LENGTH")
    private String deadline;

    @Option(names = "--light")
    private boolean light;

    @Option(names = "--deep")
    private boolean deep;

    @Option(names = "--shard", paramLabel = "PART")
    private String shard;

    @Option(names = "--jitter", paramLabel = "LENGTH")
    private String jitter;

    @Option(names = "--format", paramLabel = "FORM")
    private CheckFormat form;

    @Option(names = "--metrics-out", paramLabel = "FILE")
    private Path metricsOut;

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
        CheckRequest request = request();
        if (jitter != null) {
            world().sleep(Duration.ofMillis(
                    world().random().nextLong(duration(jitter).toMillis() + 1)));
        }
        long began = world().nanos();
        CheckResult result = vigil().cameras().check(request, progress());
        double seconds = (world().nanos() - began) / 1e9;
        if (!result.saved() && !dryRun()) {
            note(CameraViewText.NOT_SAVED.with());
        }
        tellAlerts(result);
        Out out = out();
        show(result, seconds, out);
        if (metricsOut != null && !dryRun()) {
            MetricsFile.write(metricsOut, OpenMetricsText.lines(result, seconds));
        }
        if (result.saved() && !dryRun()) {
            out.flush(); // sending may take a while
            vigil().deliverMessages();
        }
        return ExitCode.of(result.severity());
    }

    private void show(CheckResult result, double seconds, Out out) {
        if (form == CheckFormat.NAGIOS && !json()) {
            NagiosText.lines(result, seconds).forEach(out::line);
            return;
        }
        if (form == CheckFormat.OPENMETRICS && !json()) {
            OpenMetricsText.lines(result, seconds).forEach(out::line);
            return;
        }
        VerdictRow row = new VerdictRow(out, result.maintained());
        if (out.format() == Format.JSON) {
            out.show("camera.check", result, new ResultView(row, light));
        } else {
            out.list("camera.check", "cameras", quiet() ? findings(result) : result.cameras(), row);
        }
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
        Shard mine = shard == null ? Shard.WHOLE : Shard.of(shard);
        boolean both = light && deep;
        if (mine == null || both || shard != null && !ids.isEmpty()) {
            throw new VigilException(ErrorKind.USAGE, "VG-CAMERA-CHECK", CameraViewText.CANNOT_CHECK.with())
                    .why((both
                                    ? CameraViewText.LIGHT_AND_DEEP
                                    : mine == null ? CameraViewText.BAD_SHARD : CameraViewText.SHARD_AND_NAMES)
                            .with());
        }
        return new CheckRequest(
                ids, light, mine, answer, answer.multipliedBy(ANSWERS), deadline == null ? WHOLE : duration(deadline));
    }

    private static List<CameraVerdict> findings(CheckResult result) {
        List<CameraVerdict> bad = new ArrayList<>();
        for (CameraVerdict v : result.cameras()) {
            if (v.state() != CameraState.UP
                    && !result.maintained().contains(v.camera().id())) {
                bad.add(v);
            }
        }
        return bad;
    }

    @Override
    protected Format format() {
        return form == null ? null : form.form;
    }

    @Override
    protected boolean plain() {
        return true;
    }

    @Override
    public boolean check() {
        return true;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.CRITICAL, ExitCode.UNKNOWN, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }

    private record ResultView(VerdictRow row, boolean light) implements View<CheckResult> {
        @Override
        public void text(CheckResult r, Out out) {
            throw new IllegalStateException("shown as a list");
        }

        @Override
        public void json(CheckResult r, Json json) {
            json.field("checkedAt", r.checkedAt())
                    .field("mode", light ? "light" : "deep")
                    .field("saved", r.saved())
                    .array("cameras");
            for (CameraVerdict v : r.cameras()) {
                json.object();
                row.json(v, json);
                json.end();
            }
            json.end();
            alerts("alertsOpened", r.alerts() == null ? List.of() : r.alerts().opened(), json);
            alerts("alertsClosed", r.alerts() == null ? List.of() : r.alerts().closed(), json);
        }

        private static void alerts(String key, List<Alert> alerts, Json json) {
            json.array(key);
            for (Alert alert : alerts) {
                json.value(alert.id().toString());
            }
            json.end();
        }
    }
}
