package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.BodyKind;
import vn.vigil.people.OutsideBody;

/** {@code vigil roster body add}: puts somebody outside to be called on record. */
@Command(name = "add")
public final class BodyAddCommand extends PeopleCommand {
    @Parameters(paramLabel = "ID")
    private String id;

    @Option(names = "--name", paramLabel = "NAME", required = true)
    private String name;

    @Option(names = "--phone", paramLabel = "NUMBER", required = true)
    private String phone;

    @Option(names = "--kind", paramLabel = "KIND", required = true)
    private BodyKind kind;

    @Option(names = "--from", paramLabel = "DATE")
    private String from;

    @Option(names = "--until", paramLabel = "DATE")
    private String until;

    @Override
    protected ExitCode run() {
        OutsideBody asked = new OutsideBody(id, name, phone, kind, day(from), day(until));
        tell("roster.body.add", vigil().people().addBody(actor(), asked, dryRun()), new SavedBodyView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.CONFLICT);
    }
}
