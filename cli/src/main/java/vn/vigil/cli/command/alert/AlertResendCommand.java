package vn.vigil.cli.command.alert;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.camera.alert.Mailed;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil camera alert resend}: tells an alert again to all who have heard of it. */
@Command(name = "resend")
public final class AlertResendCommand extends CommandBase {
    @Parameters(paramLabel = "ALERT")
    private CaseId alert;

    @Override
    protected ExitCode run() {
        Mailed mailed = vigil().alerts().resend(actor(), alert);
        tell("camera.alert.resend", mailed, new MailedView(dryRun()));
        return MailedView.exit(mailed, dryRun());
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(
                ExitCode.NO_STORE,
                ExitCode.DENIED,
                ExitCode.UNREACHABLE,
                ExitCode.NOT_FOUND,
                ExitCode.PARTIAL,
                ExitCode.REFUSED);
    }
}
