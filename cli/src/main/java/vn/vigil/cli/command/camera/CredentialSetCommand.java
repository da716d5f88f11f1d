package vn.vigil.cli.command.camera;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.camera.Camera;
import vn.vigil.camera.LoginAct;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.terminal.Prompt;

/** {@code vigil camera credential set}: gives cameras a login. Contacts nobody. */
@Command(name = "set")
public final class CredentialSetCommand extends CredentialCommand {
    @Option(names = "--user", paramLabel = "USER")
    private String user;

    @Option(names = "--password-file", paramLabel = "FILE")
    private Path passwordFile;

    @Override
    protected ExitCode run() {
        List<Camera> cameras = chosen();
        String name = user;
        if (name == null && interactive() && cameras.stream().anyMatch(c -> c.user() == null)) {
            name = prompt().ask(CameraViewText.ASK_USER.with(), null, "--user");
        }
        char[] password = passwordFile == null ? asked() : vigil().secretFile(passwordFile);
        try {
            List<LoginAct> acts = vigil().cameras().credentials().set(cameras, name, password, actor());
            tell(
                    "camera.credential.set",
                    acts,
                    new ActsView(
                            CameraViewText.LOGIN_SET,
                            CameraViewText.WOULD_SET_LOGIN,
                            CameraViewText.LOGIN_UNCHANGED,
                            "set",
                            "would-set",
                            dryRun()));
        } finally {
            Prompt.wipe(password);
        }
        return ExitCode.OK;
    }

    /** Typed twice, unseen: a mistyped password would lock cameras. */
    private char[] asked() {
        char[] first = prompt().secret(CameraViewText.ASK_PASSWORD.with(), "--password-file");
        char[] second = prompt().secret(CameraViewText.ASK_PASSWORD_AGAIN.with(), "--password-file");
        boolean same = Arrays.equals(first, second);
        Prompt.wipe(second);
        if (!same || first.length == 0) {
            Prompt.wipe(first);
            throw new VigilException(
                    ErrorKind.USAGE,
                    "VG-CAMERA-LOGIN-TYPED",
                    (same ? CameraViewText.PASSWORD_EMPTY : CameraViewText.PASSWORDS_DIFFER).with());
        }
        return first;
    }
}
