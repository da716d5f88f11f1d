package vn.vigil.cli.command.extract;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil extract key revoke}: the first of two persons asks that somebody's keys be revoked. */
@Command(name = "revoke")
public final class KeyRevokeCommand extends KeyLossCommand {
    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }

    @Override
    protected ExitCode run() {
        tell(
                "extract.key.revoke",
                vigil().people().askKeyRevocation(proved(), owner(), reason, dryRun()),
                new KeyRevocationView(dryRun(), KeyLabel.ASKED, KeyLabel.WOULD_ASK, KeyLabel.ASKED_ALREADY, false));
        return ExitCode.OK;
    }
}
