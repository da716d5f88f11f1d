package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster handover close}: a leader closes a handover that nobody accepted. */
@Command(name = "close")
public final class HandoverCloseCommand extends WatchCommand {
    @Parameters(paramLabel = "HANDOVER")
    private CaseId handover;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        tell(
                "roster.handover.close",
                vigil().watch().closeHandover(actor(), handover, reason),
                new SavedHandoverView(dryRun(), WatchViewText.HANDOVER_CLOSED, WatchViewText.WOULD_CLOSE_HANDOVER));
        return ExitCode.OK;
    }
}
