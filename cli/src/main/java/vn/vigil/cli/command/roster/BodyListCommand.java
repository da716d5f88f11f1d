package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.OutsideBody;

/** {@code vigil roster body list}: whom to call, on a day or ever. */
@Command(name = "list")
public final class BodyListCommand extends ListCommand {
    @Option(names = "--on", paramLabel = "DATE")
    private String on;

    @Option(names = "--all")
    private boolean all;

    @Override
    protected ExitCode run() {
        List<OutsideBody> bodies =
                all ? vigil().people().everyBody() : vigil().people().bodies(date(on == null ? "today" : on));
        out().list("roster.body.list", "bodies", bodies, new BodyRow(lang()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }
}
