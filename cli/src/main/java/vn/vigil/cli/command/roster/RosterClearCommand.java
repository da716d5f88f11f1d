package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster clear}: empties a seat. */
@Command(name = "clear")
public final class RosterClearCommand extends PlanCommand {
    @Parameters(index = "0", paramLabel = "SLOT")
    private String slot;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Override
    protected ExitCode run() {
        return tellSeat("roster.clear", vigil().plans().clear(actor(), slot(slot), reason));
    }
}
