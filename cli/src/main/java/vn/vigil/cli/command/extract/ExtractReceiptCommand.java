package vn.vigil.cli.command.extract;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.FiledView;

/** {@code vigil extract receipt}: enter the code by which the recipient confirms. */
@Command(name = "receipt")
public final class ExtractReceiptCommand extends CommandBase {
    @Parameters(paramLabel = "REQUEST")
    private CaseId request;

    @Option(names = "--code", paramLabel = "CODE", required = true)
    private List<String> codes;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }

    @Override
    protected ExitCode run() {
        tell("extract.receipt", vigil().extracts().receipt(actor(), request, codes), new FiledView(out()));
        return ExitCode.OK;
    }
}
