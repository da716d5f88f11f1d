package vn.vigil.cli.command.alert;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.camera.alert.Answered;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil camera alert close}: a person ends an alert, with the reason. */
@Command(name = "close")
public final class AlertCloseCommand extends CommandBase {
    @Parameters(paramLabel = "ALERT")
    private CaseId alert;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        Answered answered = vigil().alerts().close(actor(), alert, reason);
        keepNames("alert", AlertAckCommand.open(vigil().alerts()));
        tell(
                "camera.alert.close",
                answered,
                new AnsweredView(
                        new AlertRow(out(), world().now()),
                        AlertViewText.CLOSED,
                        AlertViewText.WOULD_CLOSE,
                        AlertViewText.CLOSE_UNCHANGED,
                        dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }
}
