package vn.vigil.cli.command.extract;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.FiledView;
import vn.vigil.extract.CaseOutcome;

/** {@code vigil extract outcome}: enter what the extraction led to. */
@Command(name = "outcome")
public final class ExtractOutcomeCommand extends CommandBase {
    @Parameters(paramLabel = "REQUEST")
    private CaseId request;

    @Option(names = "--kind", paramLabel = "OUTCOME", required = true)
    private CaseOutcome.Kind kind;

    @Option(names = "--note", paramLabel = "TEXT")
    private String note;

    @Option(names = "--document", paramLabel = "NUMBER")
    private String document;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }

    @Override
    protected ExitCode run() {
        tell(
                "extract.outcome",
                vigil().extracts().outcome(actor(), request, kind, note, document),
                new FiledView(out()));
        return ExitCode.OK;
    }
}
