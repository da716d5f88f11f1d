package vn.vigil.cli.command.extract;

import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.FiledView;

/** {@code vigil extract regularise}: enter the paper of an emergency. */
@Command(name = "regularise")
public final class ExtractRegulariseCommand extends CommandBase {
    @Parameters(paramLabel = "REQUEST")
    private CaseId request;

    @Option(names = "--document", paramLabel = "NUMBER", required = true)
    private String document;

    @Option(names = "--document-date", paramLabel = "DATE", required = true)
    private LocalDate documentDate;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }

    @Override
    protected ExitCode run() {
        tell(
                "extract.regularise",
                vigil().extracts().regularise(actor(), request, document, documentDate),
                new FiledView(out()));
        return ExitCode.OK;
    }
}
