package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster handover open}: opens the handover of a duty, with what vigil finds open. */
@Command(name = "open")
public final class HandoverOpenCommand extends WatchCommand {
    @Option(names = "--slot", paramLabel = "SLOT")
    private String slot;

    @Override
    protected ExitCode run() {
        tell(
                "roster.handover.open",
                vigil().watch().openHandover(actor(), slot(slot)),
                new SavedHandoverView(dryRun(), WatchViewText.HANDOVER_OPENED, WatchViewText.WOULD_OPEN_HANDOVER));
        return ExitCode.OK;
    }
}
