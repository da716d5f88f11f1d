package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.camera.BaselineBegun;
import vn.vigil.camera.Camera;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;

/** {@code vigil camera baseline set}: forgets what a camera usually looks like and learns it anew. Contacts nobody. */
@Command(name = "set")
public final class BaselineSetCommand extends CommandBase {
    @Parameters(paramLabel = "CAMERA")
    private String camera;

    @Override
    protected ExitCode run() {
        Camera found = vigil().cameras().find(camera);
        if (!dryRun()) {
            prompt().confirm(BaselineViewText.SET_QUESTION.with(found.id()));
        }
        tell("camera.baseline.set", vigil().cameras().baselines().begin(found, actor()), new BegunView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }

    private record BegunView(boolean dryRun) implements View<BaselineBegun> {
        @Override
        public void text(BaselineBegun b, Out out) {
            if (!b.now()) {
                out.line(BaselineViewText.NOTHING_TO_FORGET.with(b.camera().id()), Tone.GOOD);
                return;
            }
            out.line(
                    (dryRun ? BaselineViewText.WOULD_BEGIN : BaselineViewText.BEGUN)
                            .with(b.camera().id(), b.forgotten()),
                    Tone.GOOD);
            if (b.before() != null) {
                out.line(BaselineViewText.ACCEPTED_BEFORE.with(
                        b.before().name(), out.time(b.before().at())));
            }
        }

        @Override
        public void json(BaselineBegun b, Json json) {
            json.field("outcome", !b.now() ? "unchanged" : dryRun ? "would-begin" : "begun")
                    .field("camera", b.camera().id().value())
                    .field("begunAt", b.at())
                    .field("forgotten", b.forgotten())
                    .field(
                            "acceptedBefore",
                            b.before() == null ? null : b.before().by());
        }
    }
}
