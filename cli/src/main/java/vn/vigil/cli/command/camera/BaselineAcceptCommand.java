package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.Deadline;
import vn.vigil.camera.CameraWords;
import vn.vigil.camera.Finding;
import vn.vigil.camera.ViewAccepted;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.config.Setting;

/** {@code vigil camera baseline accept}: takes what a camera shows now for its right view, in a member's name. */
@Command(name = "accept")
public final class BaselineAcceptCommand extends CommandBase {
    @Parameters(paramLabel = "CAMERA")
    private String camera;

    @Option(names = "--no-show")
    private boolean noShow;

    @Override
    protected ExitCode run() {
        Deadline deadline = Deadline.in(
                world(), vigil().config().duration(Setting.CAMERA_TIMEOUT).multipliedBy(BaselineShowCommand.ANSWERS));
        ViewAccepted accepted =
                vigil().cameras().baselines().accept(vigil().cameras().find(camera), actor(), deadline);
        BaselinePictures pictures = new BaselinePictures(noShow ? null : world().environment());
        tell("camera.baseline.accept", accepted, new AcceptedView(dryRun(), pictures));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.UNREACHABLE, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }

    private record AcceptedView(boolean dryRun, BaselinePictures pictures) implements View<ViewAccepted> {
        @Override
        public void text(ViewAccepted a, Out out) {
            pictures.show(
                    a.former(),
                    a.picture(),
                    BaselineViewText.LEFT_FORMER_RIGHT_ACCEPTED,
                    BaselineViewText.PICTURE_ACCEPTED,
                    BaselineViewText.PICTURE_ACCEPTED,
                    out);
            out.line(
                    (dryRun ? BaselineViewText.WOULD_ACCEPT : BaselineViewText.VIEW_ACCEPTED)
                            .with(
                                    a.camera().id(),
                                    a.acceptance().name(),
                                    out.time(a.acceptance().at())),
                    Tone.GOOD);
            if (a.before() != null) {
                out.line(BaselineViewText.ACCEPTED_BEFORE.with(
                        a.before().name(), out.time(a.before().at())));
            }
            if (!a.cleared().isEmpty()) {
                StringBuilder all = new StringBuilder();
                for (Finding f : a.cleared()) {
                    all.append(all.length() == 0 ? "" : "; ").append(out.text(CameraWords.of(f)));
                }
                out.line(BaselineViewText.CLEARED.with(all));
            }
            out.line(a.begunAnew() ? BaselineViewText.BEGUN_ANEW.with(a.forgotten()) : BaselineViewText.KEPT.with());
            if (a.missing() > 0) {
                String light = out.text(MeasureRow.words(a.light()).with());
                out.line(BaselineViewText.STILL_LEARNING.with(a.missing(), light), Tone.WARNING);
            }
        }

        @Override
        public void json(ViewAccepted a, Json json) {
            json.field("outcome", dryRun ? "would-accept" : "accepted")
                    .field("camera", a.camera().id().value())
                    .field("acceptedBy", a.acceptance().by())
                    .field("acceptedAt", a.acceptance().at())
                    .field(
                            "acceptedBefore",
                            a.before() == null ? null : a.before().by())
                    .field("light", a.light().word())
                    .field("begunAnew", a.begunAnew())
                    .field("forgotten", a.forgotten())
                    .field("missing", a.missing())
                    .array("cleared");
            for (Finding f : a.cleared()) {
                json.value(f.word());
            }
            json.end();
        }
    }
}
