package vn.vigil.cli.command.incident;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil incident close}. */
@Command(name = "close")
public final class IncidentCloseCommand extends IncidentCommand {
    @Parameters(paramLabel = "INCIDENT")
    private CaseId incident;

    @Option(names = "--outcome", paramLabel = "TEXT", required = true)
    private String outcome;

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Option(names = "--anyway", paramLabel = "REASON")
    private String anyway;

    @Override
    protected ExitCode run() {
        return tellChange("close", vigil().incidents().close(actor(), incident, outcome, time(at), anyway));
    }
}
