package vn.vigil.cli.command.camera;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.Deadline;
import vn.vigil.camera.Snapshot;
import vn.vigil.camera.SnapshotRequest;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.PictureForm;
import vn.vigil.cli.terminal.PictureView;
import vn.vigil.cli.terminal.Window;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.config.Setting;

/** {@code vigil camera snapshot}: one picture of a live camera as JPEG. */
@Command(name = "snapshot")
public final class CameraSnapshotCommand extends CommandBase {
    /** Several answers, then a key frame to wait for. */
    private static final int ANSWERS = 3;

    @Parameters(paramLabel = "CAMERA")
    private String camera;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE")
    private Path output;

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--no-show")
    private boolean noShow;

    @Override
    protected ExitCode run() {
        Deadline deadline = Deadline.in(
                world(), vigil().config().duration(Setting.CAMERA_TIMEOUT).multipliedBy(ANSWERS));
        Snapshot taken = vigil().cameras().snapshot(request(), vigil().actor(), deadline);
        tell("camera.snapshot", taken, new SnapshotView(dryRun(), noShow ? null : world().environment()));
        return ExitCode.OK;
    }

    private SnapshotRequest request() {
        return new SnapshotRequest(vigil().cameras().find(camera).id(), output, force);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.UNREACHABLE, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }

    /** @param environment of a terminal that is to show the picture; null: only say where it lies */
    private record SnapshotView(boolean dryRun, Map<String, String> environment) implements View<Snapshot> {
        @Override
        public void text(Snapshot s, Out out) {
            if (environment != null && out.terminal()) {
                PictureForm form = PictureForm.of(environment, out.colour());
                if (form != PictureForm.NONE) {
                    out.drawn(PictureView.draw(s.preview(), form, Window.of(environment)));
                }
            }
            out.line((dryRun ? CameraViewText.WOULD_SNAPSHOT : CameraViewText.SNAPSHOT_TAKEN)
                    .with(s.file(), s.width(), s.height(), out.time(s.takenAt())));
        }

        @Override
        public void json(Snapshot s, Json json) {
            json.field("camera", s.camera().id().value())
                    .field("file", s.file().toString())
                    .field("width", s.width())
                    .field("height", s.height())
                    .field("takenAt", s.takenAt())
                    .field("cameraTime", s.cameraTime());
        }
    }
}
