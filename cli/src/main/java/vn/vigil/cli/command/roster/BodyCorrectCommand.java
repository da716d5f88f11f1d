package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.BodyKind;

/** {@code vigil roster body correct}: puts facts about a contact right, with the reason. */
@Command(name = "correct")
public final class BodyCorrectCommand extends PeopleCommand {
    @Parameters(paramLabel = "ID")
    private String id;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Option(names = "--name", paramLabel = "NAME")
    private String name;

    @Option(names = "--phone", paramLabel = "NUMBER")
    private String phone;

    @Option(names = "--kind", paramLabel = "KIND")
    private BodyKind kind;

    @Override
    protected ExitCode run() {
        tell(
                "roster.body.correct",
                vigil().people().correctBody(actor(), id, name, phone, kind, reason, dryRun()),
                new SavedBodyView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }
}
