package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.camera.Camera;
import vn.vigil.camera.LoginAct;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil camera credential forget}: takes cameras' logins out of the vault and the inventory. Contacts nobody. */
@Command(name = "forget")
public final class CredentialForgetCommand extends CredentialCommand {
    @Override
    protected ExitCode run() {
        List<Camera> cameras = chosen();
        if (!dryRun() && cameras.stream().anyMatch(c -> c.user() != null)) {
            StringBuilder names = new StringBuilder();
            for (Camera c : cameras) {
                names.append(names.length() == 0 ? "" : ", ").append(c.id());
            }
            prompt().confirm(CameraViewText.FORGET_QUESTION.with(names));
        }
        List<LoginAct> acts = vigil().cameras().credentials().forget(cameras, actor());
        tell(
                "camera.credential.forget",
                acts,
                new ActsView(
                        CameraViewText.LOGIN_FORGOTTEN,
                        CameraViewText.WOULD_FORGET_LOGIN,
                        CameraViewText.NO_LOGIN_THERE,
                        "forgotten",
                        "would-forget",
                        dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }
}
