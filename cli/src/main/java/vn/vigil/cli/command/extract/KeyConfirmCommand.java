package vn.vigil.cli.command.extract;

import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil extract key confirm}: the second person confirms it, and the keys are revoked. */
@Command(name = "confirm")
public final class KeyConfirmCommand extends KeyLossCommand {
    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }

    @Override
    protected ExitCode run() {
        tell(
                "extract.key.confirm",
                vigil().keys().confirmRevocation(proved(), owner(), dryRun()),
                new KeyRevocationView(
                        dryRun(), KeyLabel.REVOKED, KeyLabel.WOULD_REVOKE, KeyLabel.REVOKED_ALREADY, true));
        return ExitCode.OK;
    }
}
