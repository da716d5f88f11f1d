package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster body end}: ends a contact; the day given is its last. */
@Command(name = "end")
public final class BodyEndCommand extends PeopleCommand {
    @Parameters(paramLabel = "ID")
    private String id;

    @Option(names = "--on", paramLabel = "DATE")
    private String on;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        tell(
                "roster.body.end",
                vigil().people().endBody(actor(), id, dayOrToday(on), reason, dryRun()),
                new SavedBodyView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }
}
