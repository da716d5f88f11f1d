package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.camera.Removed;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;

/** {@code vigil camera remove}: takes a camera out of the inventory and its password out of the vault; its history stays. */
@Command(name = "remove")
public final class CameraRemoveCommand extends CommandBase {
    @Parameters(paramLabel = "CAMERA")
    private String camera;

    @Option(names = "--confirm", paramLabel = "CAMERA")
    private String confirm;

    @Override
    protected ExitCode run() {
        if (vigil().cameras().removed(camera) == null) {
            String id = vigil().cameras().find(camera).id().value();
            if (!dryRun()) {
                prompt().confirmByName(CameraViewText.REMOVE_QUESTION.with(id), id, confirm);
            }
        }
        Removed removed = vigil().cameras().remove(camera, actor());
        keepNames("camera", CameraFormCommand.ids(vigil().cameras()));
        tell("camera.remove", removed, new RemovedView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }

    private record RemovedView(boolean dryRun) implements View<Removed> {
        @Override
        public void text(Removed r, Out out) {
            CameraViewText sentence = !r.now()
                    ? CameraViewText.REMOVED_ALREADY
                    : dryRun ? CameraViewText.WOULD_REMOVE : CameraViewText.REMOVED;
            out.line(sentence.with(r.camera().id(), out.time(r.at())), Tone.GOOD);
        }

        @Override
        public void json(Removed r, Json json) {
            json.field("outcome", !r.now() ? "unchanged" : dryRun ? "would-remove" : "removed")
                    .field("camera", r.camera().id().value())
                    .field("removedAt", r.at());
        }
    }
}
