package vn.vigil.cli.command.alert;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.camera.alert.Alert;
import vn.vigil.camera.alert.Alerts;
import vn.vigil.camera.alert.Answered;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil camera alert ack}: somebody is on it. */
@Command(name = "ack")
public final class AlertAckCommand extends CommandBase {
    @Parameters(paramLabel = "ALERT")
    private CaseId alert;

    @Option(names = "--note", paramLabel = "TEXT")
    private String note;

    @Option(names = "--for", paramLabel = "LENGTH")
    private String length;

    @Option(names = "--replace")
    private boolean replace;

    @Override
    protected ExitCode run() {
        Answered answered =
                vigil().alerts().acknowledge(actor(), alert, note, length == null ? null : duration(length), replace);
        keepNames("alert", open(vigil().alerts()));
        tell(
                "camera.alert.ack",
                answered,
                new AnsweredView(
                        new AlertRow(out(), world().now()),
                        AlertViewText.ACKED,
                        AlertViewText.WOULD_ACK,
                        AlertViewText.ACK_UNCHANGED,
                        dryRun()));
        return ExitCode.OK;
    }

    /** The numbers of the alerts that are not closed, for completion. */
    static List<CaseId> open(Alerts alerts) {
        List<CaseId> ids = new ArrayList<>();
        for (Alert a : alerts.list(false)) {
            ids.add(a.id());
        }
        return ids;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }
}
