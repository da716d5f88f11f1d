package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster absence end}: somebody is back, or never left. */
@Command(name = "end")
public final class AbsenceEndCommand extends PeopleCommand {
    @Parameters(paramLabel = "ABSENCE")
    private CaseId absence;

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Override
    protected ExitCode run() {
        tell(
                "roster.absence.end",
                vigil().people().endAbsence(actor(), absence, instant(at == null ? "now" : at), dryRun()),
                new SavedAbsenceView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }
}
