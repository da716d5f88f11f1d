package vn.vigil.cli.command.incident;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil incident assign}: give somebody charge of it. */
@Command(name = "assign")
public final class IncidentAssignCommand extends IncidentCommand {
    @Parameters(index = "0", paramLabel = "INCIDENT")
    private CaseId incident;

    @Parameters(index = "1", paramLabel = "PERSON")
    private String person;

    @Override
    protected ExitCode run() {
        return tellChange("assign", vigil().incidents().assign(actor(), incident, person));
    }
}
