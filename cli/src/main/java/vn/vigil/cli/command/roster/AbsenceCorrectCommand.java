package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.AbsenceChange;
import vn.vigil.people.AbsenceKind;

/** {@code vigil roster absence correct}: puts facts about an absence right, with the reason. */
@Command(name = "correct")
public final class AbsenceCorrectCommand extends PeopleCommand {
    @Parameters(paramLabel = "ABSENCE")
    private CaseId absence;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--until", paramLabel = "DATE")
    private String until;

    @Option(names = "--kind", paramLabel = "KIND")
    private AbsenceKind kind;

    @Option(names = "--why", paramLabel = "TEXT")
    private String why;

    @Override
    protected ExitCode run() {
        AbsenceChange change = new AbsenceChange(time(from), end(to, until), kind, why);
        tell(
                "roster.absence.correct",
                vigil().people().correctAbsence(actor(), absence, change, reason, dryRun()),
                new SavedAbsenceView(dryRun()));
        return ExitCode.OK;
    }
}
