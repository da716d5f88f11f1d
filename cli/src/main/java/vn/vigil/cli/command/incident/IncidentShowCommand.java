package vn.vigil.cli.command.incident;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.incident.CaseFile;

/** {@code vigil incident show}: the case file. */
@Command(name = "show")
public final class IncidentShowCommand extends IncidentCommand {
    @Parameters(paramLabel = "INCIDENT")
    private CaseId incident;

    @Option(names = "--reveal")
    private boolean reveal;

    @Option(names = "--pin-file", paramLabel = "FILE")
    private Path pinFile;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND);
    }

    @Override
    protected ExitCode run() {
        CaseFile file = reveal && vigil().incidents().get(incident).restricted()
                ? vigil().incidents().reveal(proved(pinFile), incident)
                : vigil().incidents().file(incident);
        out().show("incident.show", file, new CaseView());
        return ExitCode.OK;
    }
}
