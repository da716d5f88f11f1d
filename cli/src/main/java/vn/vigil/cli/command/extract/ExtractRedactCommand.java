package vn.vigil.cli.command.extract;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.CopyView;
import vn.vigil.cli.view.FacesView;
import vn.vigil.copy.CopyOrder;
import vn.vigil.copy.Masking;

/** {@code vigil extract redact}: a copy in which something is hidden, or proposals of what to hide. */
@Command(name = "redact")
public final class ExtractRedactCommand extends CommandBase {
    static final List<ExitCode> EXITS = List.of(
            ExitCode.NO_STORE,
            ExitCode.BUSY,
            ExitCode.DENIED,
            ExitCode.NOT_FOUND,
            ExitCode.REFUSED,
            ExitCode.NOT_GENUINE,
            ExitCode.CONFLICT);

    /** How what is hidden is replaced. */
    enum Style {
        BLACK,
        PIXELATE
    }

    @Parameters(paramLabel = "REQUEST")
    private CaseId request;

    @Option(names = "--clip", paramLabel = "CLIP")
    private String clip;

    @Option(names = "--recipient", paramLabel = "NAME")
    private String recipient;

    @Option(names = "--document", paramLabel = "TEXT")
    private String document;

    @Option(names = "--mask", paramLabel = "MASK")
    private List<String> masks = new ArrayList<>();

    @Option(names = "--mask-style", paramLabel = "STYLE")
    private Style style = Style.BLACK;

    @Option(names = "--masks", paramLabel = "FILE")
    private Path maskFile;

    @Option(names = "--confirm")
    private boolean confirm;

    @Option(names = "--find-faces")
    private boolean findFaces;

    @Option(names = "--still", paramLabel = "TIME")
    private String still;

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path file;

    @Override
    public List<ExitCode> exits() {
        return EXITS;
    }

    @Override
    protected ExitCode run() {
        CopyOrder order = new CopyOrder(request, clip, recipient, document, still, file, dryRun());
        if (findFaces) {
            tell(
                    "extract.redact.faces",
                    vigil().copies().findFaces(actor(), order, progress()),
                    new FacesView(request));
            return ExitCode.OK;
        }
        Masking masking = new Masking(masks, maskFile, confirm, style == Style.PIXELATE);
        tell("extract.redact", vigil().copies().redact(actor(), order, masking, progress()), new CopyView(out()));
        return ExitCode.OK;
    }
}
