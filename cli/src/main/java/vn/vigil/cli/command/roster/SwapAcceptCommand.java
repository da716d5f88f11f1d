package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster swap accept}: the other one agrees. */
@Command(name = "accept")
public final class SwapAcceptCommand extends SwapCommand {
    @Parameters(paramLabel = "SWAP")
    private CaseId swap;

    @Override
    protected ExitCode run() {
        return tellSwap(
                "accept",
                vigil().watch().acceptSwap(actor(), swap),
                WatchViewText.SWAP_ACCEPTED,
                WatchViewText.WOULD_ACCEPT_SWAP);
    }
}
