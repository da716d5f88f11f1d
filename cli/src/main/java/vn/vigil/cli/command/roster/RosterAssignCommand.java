package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster assign}: gives a seat to somebody by hand. */
@Command(name = "assign")
public final class RosterAssignCommand extends PlanCommand {
    @Parameters(index = "0", paramLabel = "SLOT")
    private String slot;

    @Parameters(index = "1", paramLabel = "PERSON")
    private String person;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Override
    protected ExitCode run() {
        return tellSeat("roster.assign", vigil().plans().assign(actor(), slot(slot), person, reason));
    }
}
