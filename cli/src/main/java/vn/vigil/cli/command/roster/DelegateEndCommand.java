package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster delegate end}: ends a delegation before its time; the day given is its last. */
@Command(name = "end")
public final class DelegateEndCommand extends PeopleCommand {
    @Parameters(paramLabel = "DELEGATION")
    private CaseId delegation;

    @Option(names = "--on", paramLabel = "DATE")
    private String on;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        tell(
                "roster.delegate.end",
                vigil().people().endDelegation(actor(), delegation, dayOrToday(on), reason, dryRun()),
                new SavedDelegationView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }
}
