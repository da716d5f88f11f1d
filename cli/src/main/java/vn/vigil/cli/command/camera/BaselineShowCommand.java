package vn.vigil.cli.command.camera;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.Deadline;
import vn.vigil.camera.BaselineReport;
import vn.vigil.camera.CameraWords;
import vn.vigil.camera.Finding;
import vn.vigil.camera.Measure;
import vn.vigil.camera.TodaysView;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.config.Setting;

/** {@code vigil camera baseline show}: what a camera usually looks like, beside what it looks like now. */
@Command(name = "show")
public final class BaselineShowCommand extends CommandBase {
    /** Several answers, then two key frames to wait for. */
    static final int ANSWERS = 3;

    private static final int COLUMN = 20;

    @Parameters(paramLabel = "CAMERA")
    private String camera;

    @Option(names = "--stored")
    private boolean stored;

    @Option(names = "--no-show")
    private boolean noShow;

    @Override
    protected ExitCode run() {
        Deadline deadline = stored
                ? null
                : Deadline.in(
                        world(),
                        vigil().config().duration(Setting.CAMERA_TIMEOUT).multipliedBy(ANSWERS));
        BaselineReport report =
                vigil().cameras().baselines().show(vigil().cameras().find(camera), deadline);
        BaselinePictures pictures = new BaselinePictures(noShow ? null : world().environment());
        out().show("camera.baseline.show", report, new ReportView(pictures));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }

    private record ReportView(BaselinePictures pictures) implements View<BaselineReport> {
        @Override
        public void text(BaselineReport r, Out out) {
            pair(BaselineViewText.CAMERA, r.camera().id() + "  " + r.camera().name(), out);
            pair(BaselineViewText.LEARNED_SINCE, since(r, out), out);
            if (r.updatedAt() != null) {
                pair(BaselineViewText.LEARNED_LAST, out.time(r.updatedAt()), out);
            }
            pair(
                    BaselineViewText.ACCEPTED,
                    out.text(
                            r.acceptance() == null
                                    ? BaselineViewText.NEVER_ACCEPTED.with()
                                    : BaselineViewText.ACCEPTED_BY.with(
                                            out.time(r.acceptance().at()),
                                            r.acceptance().name(),
                                            r.acceptance().by())),
                    out);
            for (BaselineReport.OfLight light : r.lights()) {
                pair(
                        MeasureRow.words(light.light()),
                        out.text(
                                light.missing() == 0
                                        ? BaselineViewText.SAMPLES.with(light.samples())
                                        : BaselineViewText.SAMPLES_MISSING.with(light.samples(), light.missing())),
                        out);
            }
            today(r, out);
            List<Measure> known = known(r);
            if (!known.isEmpty()) {
                out.list("camera.baseline.show", "measures", known, new MeasureRow(r, out));
            }
            pictures.show(
                    r.accepted(),
                    r.today() == null ? null : r.today().picture(),
                    BaselineViewText.LEFT_ACCEPTED_RIGHT_TODAY,
                    BaselineViewText.PICTURE_ACCEPTED,
                    BaselineViewText.PICTURE_TODAY,
                    out);
        }

        private static String since(BaselineReport r, Out out) {
            if (r.begunAt() != null) {
                return out.time(r.begunAt());
            }
            return out.text(
                    (r.updatedAt() == null ? BaselineViewText.NOTHING_LEARNED : BaselineViewText.NOT_KNOWN).with());
        }

        private static void today(BaselineReport r, Out out) {
            TodaysView today = r.today();
            if (today == null) {
                return;
            }
            String what = today.light() == null
                    ? out.text(BaselineViewText.TODAY_NO_PICTURE.with())
                    : out.text(MeasureRow.words(today.light()).with());
            pair(BaselineViewText.TODAY, out.time(today.at()) + "  " + what, out);
            if (today.findings().isEmpty()) {
                if (today.light() != null && r.judges(today.light())) {
                    out.line(BaselineViewText.TODAY_WELL.with(), Tone.GOOD);
                } else if (today.light() != null) {
                    out.line(BaselineViewText.TODAY_NOT_JUDGED.with(), Tone.WARNING);
                }
                return;
            }
            StringBuilder all = new StringBuilder();
            for (Finding f : today.findings()) {
                all.append(all.length() == 0 ? "" : "; ").append(out.text(CameraWords.of(f)));
            }
            out.line(BaselineViewText.TODAY_FINDINGS.with(all), Tone.WARNING);
        }

        /** The measures of which anything can be told. */
        private static List<Measure> known(BaselineReport r) {
            List<Measure> known = new ArrayList<>();
            for (Measure measure : Measure.values()) {
                boolean now = r.today() != null && r.today().values().containsKey(measure);
                if (now || r.lights().stream().anyMatch(l -> l.usual(measure) != null)) {
                    known.add(measure);
                }
            }
            return known;
        }

        private static void pair(BaselineViewText name, String value, Out out) {
            out.pair(out.text(name.with()), COLUMN, value);
        }

        @Override
        public void json(BaselineReport r, Json json) {
            json.field("camera", r.camera().id().value())
                    .field("begunAt", r.begunAt())
                    .field("updatedAt", r.updatedAt())
                    .field(
                            "acceptedBy",
                            r.acceptance() == null ? null : r.acceptance().by())
                    .field(
                            "acceptedAt",
                            r.acceptance() == null ? null : r.acceptance().at())
                    .array("lights");
            for (BaselineReport.OfLight light : r.lights()) {
                json.object()
                        .field("light", light.light().word())
                        .field("samples", light.samples())
                        .field("missing", light.missing())
                        .field("learned", light.missing() == 0)
                        .end();
            }
            json.end();
            today(r, json);
            json.array("measures");
            MeasureRow row = new MeasureRow(r, null);
            for (Measure measure : known(r)) {
                json.object();
                row.json(measure, json);
                json.end();
            }
            json.end();
        }

        private static void today(BaselineReport r, Json json) {
            TodaysView today = r.today();
            if (today == null) {
                json.field("today", (String) null);
                return;
            }
            json.object("today")
                    .field("at", today.at())
                    .field("state", today.state().word())
                    .field("light", today.light() == null ? null : today.light().word())
                    .field("judged", today.light() != null && r.judges(today.light()))
                    .array("findings");
            for (Finding f : today.findings()) {
                json.value(f.word());
            }
            json.end().end();
        }
    }
}
