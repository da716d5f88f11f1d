package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.DelegationChange;

/** {@code vigil roster delegate correct}: puts facts about a delegation right, with the reason. */
@Command(name = "correct")
public final class DelegateCorrectCommand extends PeopleCommand {
    @Parameters(paramLabel = "DELEGATION")
    private CaseId delegation;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Option(names = "--scope", paramLabel = "WORD", split = ",")
    private List<String> scope;

    @Option(names = "--from", paramLabel = "DATE")
    private String from;

    @Option(names = "--until", paramLabel = "DATE")
    private String until;

    @Option(names = "--basis", paramLabel = "TEXT")
    private String basis;

    @Override
    protected ExitCode run() {
        DelegationChange change = new DelegationChange(scope, day(from), day(until), basis);
        tell(
                "roster.delegate.correct",
                vigil().people().correctDelegation(actor(), delegation, change, reason, dryRun()),
                new SavedDelegationView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }
}
