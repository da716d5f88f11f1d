package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster correct}: says who really stood a seat, as an erratum. */
@Command(name = "correct")
public final class RosterCorrectCommand extends PlanCommand {
    @Parameters(index = "0", paramLabel = "SLOT")
    private String slot;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PERSON")
    private String person;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Override
    protected ExitCode run() {
        return tellSeat("roster.correct", vigil().plans().correct(actor(), slot(slot), person, reason));
    }
}
