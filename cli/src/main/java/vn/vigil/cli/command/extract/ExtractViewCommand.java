package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.CopyView;
import vn.vigil.copy.CopyOrder;

/** {@code vigil extract view}: a copy to look at, marked with whom it is for. */
@Command(name = "view")
public final class ExtractViewCommand extends CommandBase {
    @Parameters(paramLabel = "REQUEST")
    private CaseId request;

    @Option(names = "--clip", paramLabel = "CLIP")
    private String clip;

    @Option(names = "--recipient", paramLabel = "NAME")
    private String recipient;

    @Option(names = "--document", paramLabel = "TEXT")
    private String document;

    @Option(names = "--still", paramLabel = "TIME")
    private String still;

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path file;

    @Override
    public List<ExitCode> exits() {
        return ExtractRedactCommand.EXITS;
    }

    @Override
    protected ExitCode run() {
        CopyOrder order = new CopyOrder(request, clip, recipient, document, still, file, dryRun());
        tell("extract.view", vigil().copies().view(actor(), order, progress()), new CopyView(out()));
        return ExitCode.OK;
    }
}
