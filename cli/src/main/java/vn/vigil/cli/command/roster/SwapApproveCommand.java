package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster swap approve}: a leader agrees, and the seats change hands. */
@Command(name = "approve")
public final class SwapApproveCommand extends SwapCommand {
    @Parameters(paramLabel = "SWAP")
    private CaseId swap;

    @Override
    protected ExitCode run() {
        return tellSwap(
                "approve",
                vigil().watch().approveSwap(actor(), swap),
                WatchViewText.SWAP_APPROVED,
                WatchViewText.WOULD_APPROVE_SWAP);
    }
}
