package vn.vigil.cli.command.camera;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.camera.Camera;
import vn.vigil.camera.CameraChoice;
import vn.vigil.camera.LoginAct;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;

/** A verb about the logins of cameras that are named, or of a group, or of all. */
abstract class CredentialCommand extends CommandBase {
    @Parameters(arity = "0..*", paramLabel = "CAMERA")
    private List<String> names = new ArrayList<>();

    @Option(names = "--group", paramLabel = "GROUP")
    private String group;

    @Option(names = "--all")
    private boolean all;

    final List<Camera> chosen() {
        return vigil().cameras().choose(new CameraChoice(names, group, all));
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }

    /**
     * What became of logins, camera by camera.
     *
     * @param done the sentence for a changed one
     * @param would the same for a rehearsal
     * @param already the sentence for one that was so already
     * @param word the outcome's machine word, {@code "set"}; a rehearsal puts {@code would-} before its verb
     */
    record ActsView(
            CameraViewText done,
            CameraViewText would,
            CameraViewText already,
            String word,
            String wouldWord,
            boolean dryRun)
            implements View<List<LoginAct>> {
        @Override
        public void text(List<LoginAct> acts, Out out) {
            for (LoginAct a : acts) {
                CameraViewText sentence = !a.changed() ? already : dryRun ? would : done;
                out.line(sentence.with(a.camera()), Tone.GOOD);
                if (a.quarantinedSince() != null) {
                    String since = out.time(a.quarantinedSince());
                    out.line(CameraViewText.STILL_QUARANTINED.with(a.camera(), since), Tone.WARNING);
                }
            }
        }

        @Override
        public void json(List<LoginAct> acts, Json json) {
            json.array("logins");
            for (LoginAct a : acts) {
                json.object()
                        .field("camera", a.camera().value())
                        .field("outcome", !a.changed() ? "unchanged" : dryRun ? wouldWord : word)
                        .field("user", a.user())
                        .field("refusedAt", a.quarantinedSince())
                        .end();
            }
            json.end();
        }
    }
}
