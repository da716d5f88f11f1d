package vn.vigil.cli.command.roster;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.NewDelegation;
import vn.vigil.people.Office;

/** {@code vigil roster delegate add}: puts a written authorisation on record. */
@Command(name = "add")
public final class DelegateAddCommand extends PeopleCommand {
    @Option(names = "--from-person", paramLabel = "PERSON", required = true)
    private String fromPerson;

    @Option(names = "--to-person", paramLabel = "PERSON", required = true)
    private String toPerson;

    @Option(names = "--office", paramLabel = "OFFICE", required = true, converter = OfficeConverter.class)
    private Office office;

    @Option(names = "--scope", paramLabel = "WORD", split = ",")
    private List<String> scope = new ArrayList<>();

    @Option(names = "--from", paramLabel = "DATE")
    private String from;

    @Option(names = "--until", paramLabel = "DATE")
    private String until;

    @Option(names = "--basis", paramLabel = "TEXT")
    private String basis;

    @Override
    protected ExitCode run() {
        NewDelegation asked =
                new NewDelegation(office, person(fromPerson), person(toPerson), scope, day(from), day(until), basis);
        tell(
                "roster.delegate.add",
                vigil().people().delegate(actor(), asked, dryRun()),
                new SavedDelegationView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }
}
