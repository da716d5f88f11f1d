package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.camera.LoginAct;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil camera credential release}: lets refused logins be tried once again. Contacts nobody. */
@Command(name = "release")
public final class CredentialReleaseCommand extends CredentialCommand {
    @Override
    protected ExitCode run() {
        List<LoginAct> acts = vigil().cameras().credentials().release(chosen(), actor());
        tell(
                "camera.credential.release",
                acts,
                new ActsView(
                        CameraViewText.LOGIN_RELEASED,
                        CameraViewText.WOULD_RELEASE_LOGIN,
                        CameraViewText.NOT_QUARANTINED,
                        "released",
                        "would-release",
                        dryRun()));
        return ExitCode.OK;
    }
}
