package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster swap request}: offers a duty to somebody. */
@Command(name = "request")
public final class SwapRequestCommand extends SwapCommand {
    @Parameters(paramLabel = "SLOT")
    private String slot;

    @Option(names = "--with", paramLabel = "PERSON", required = true)
    private String with;

    @Option(names = "--for", paramLabel = "SLOT")
    private String back;

    @Override
    protected ExitCode run() {
        return tellSwap(
                "request",
                vigil().watch().requestSwap(actor(), slot(slot), with, slot(back)),
                WatchViewText.SWAP_REQUESTED,
                WatchViewText.WOULD_REQUEST_SWAP);
    }
}
