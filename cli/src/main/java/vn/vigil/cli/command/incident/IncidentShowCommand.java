package vn.vigil.cli.command.incident;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.IncidentView;

/** {@code vigil incident show}. */
@Command(name = "show")
public final class IncidentShowCommand extends CommandBase {
    @Parameters(paramLabel = "INCIDENT")
    private CaseId incident;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }

    @Override
    protected ExitCode run() {
        out().show("incident.show", vigil().incidents().get(incident), new IncidentView(out()));
        return ExitCode.OK;
    }
}
