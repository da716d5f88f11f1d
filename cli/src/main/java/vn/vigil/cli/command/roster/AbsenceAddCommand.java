package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.AbsenceKind;

/** {@code vigil roster absence add}: puts a time away on record. */
@Command(name = "add")
public final class AbsenceAddCommand extends PeopleCommand {
    @Parameters(paramLabel = "PERSON")
    private String person;

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--until", paramLabel = "DATE")
    private String until;

    @Option(names = "--kind", paramLabel = "KIND")
    private AbsenceKind kind;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Override
    protected ExitCode run() {
        tell(
                "roster.absence.add",
                vigil().people()
                        .addAbsence(actor(), person(person), time(from), end(to, until), kind, reason, dryRun()),
                new SavedAbsenceView(dryRun()));
        return ExitCode.OK;
    }
}
