package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster swap cancel}: calls a swap off, or undoes it. */
@Command(name = "cancel")
public final class SwapCancelCommand extends SwapCommand {
    @Parameters(paramLabel = "SWAP")
    private CaseId swap;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Override
    protected ExitCode run() {
        return tellSwap(
                "cancel",
                vigil().watch().cancelSwap(actor(), swap, reason),
                WatchViewText.SWAP_CANCELLED,
                WatchViewText.WOULD_CANCEL_SWAP);
    }
}
