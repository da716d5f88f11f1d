package vn.vigil.cli.command.incident;

import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.IncidentView;

/** {@code vigil incident list}. */
@Command(name = "list")
public final class IncidentListCommand extends ListCommand {
    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        out().list("incident.list", "incidents", vigil().incidents().list(), new IncidentView(out()));
        return ExitCode.OK;
    }
}
