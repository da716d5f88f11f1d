package vn.vigil.cli.command.camera;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CameraId;
import vn.vigil.base.Deadline;
import vn.vigil.camera.Camera;
import vn.vigil.camera.Rotated;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Prompt;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.config.Setting;

/** {@code vigil camera credential rotate}: gives the device itself a new password, and keeps it. */
@Command(name = "rotate")
public final class CredentialRotateCommand extends CommandBase {
    /** Clock, users, change, and the proof. */
    private static final int ANSWERS = 6;

    @Parameters(paramLabel = "CAMERA")
    private String camera;

    @Option(names = "--password-file", paramLabel = "FILE")
    private Path passwordFile;

    @Option(names = "--allow-plain")
    private boolean allowPlain;

    @Override
    protected ExitCode run() {
        Camera found = vigil().cameras().find(camera);
        char[] own = passwordFile == null ? null : vigil().secretFile(passwordFile);
        try {
            Deadline deadline = Deadline.in(
                    world(), vigil().config().duration(Setting.CAMERA_TIMEOUT).multipliedBy(ANSWERS));
            Rotated rotated = vigil().cameras().credentials().rotate(found, own, allowPlain, actor(), deadline);
            tell("camera.credential.rotate", rotated, new RotatedView(dryRun()));
        } finally {
            if (own != null) {
                Prompt.wipe(own);
            }
        }
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(
                ExitCode.NO_STORE,
                ExitCode.BUSY,
                ExitCode.DENIED,
                ExitCode.UNREACHABLE,
                ExitCode.NOT_FOUND,
                ExitCode.REFUSED);
    }

    private record RotatedView(boolean dryRun) implements View<Rotated> {
        @Override
        public void text(Rotated r, Out out) {
            CameraViewText sentence = !r.changed()
                    ? CameraViewText.ROTATE_UNCHANGED
                    : dryRun ? CameraViewText.WOULD_ROTATE : CameraViewText.ROTATED;
            out.line(sentence.with(r.camera(), r.user()), Tone.GOOD);
            for (CameraId id : r.changed() ? r.also() : List.<CameraId>of()) {
                out.line(CameraViewText.ROTATED_ALSO.with(id));
            }
        }

        @Override
        public void json(Rotated r, Json json) {
            json.field("outcome", !r.changed() ? "unchanged" : dryRun ? "would-rotate" : "rotated")
                    .field("camera", r.camera().value())
                    .field("user", r.user())
                    .array("also");
            for (CameraId id : r.also()) {
                json.value(id.value());
            }
            json.end();
        }
    }
}
