package vn.vigil.cli.command.extract;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.RaisedView;
import vn.vigil.extract.Raised;
import vn.vigil.people.KeySource;

/** {@code vigil extract countersign}: add the approver's own seal. */
@Command(name = "countersign")
public final class ExtractCountersignCommand extends OwnKeyCommand {
    @Parameters(paramLabel = "REQUEST")
    private CaseId request;

    @Option(names = "--tsa", paramLabel = "URL")
    private URI tsa;

    @Option(names = "--trust", paramLabel = "FILE")
    private List<Path> trust = new ArrayList<>();

    @Override
    public List<ExitCode> exits() {
        return List.of(
                ExitCode.NO_STORE,
                ExitCode.DENIED,
                ExitCode.NOT_FOUND,
                ExitCode.REFUSED,
                ExitCode.NOT_TIMESTAMPED,
                ExitCode.NOT_GENUINE);
    }

    @Override
    protected ExitCode run() {
        if (!hasOwnKey()) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-KEY-OPTIONS", KeyLabel.FILE_OR_TOKEN.with());
        }
        Raised raised;
        try (KeySource key = ownKey()) {
            raised = vigil().extracts().countersign(actor(), request, key, tsa, trust, progress());
        }
        tell("extract.countersign", raised, new RaisedView(false));
        return raised.isLeft() ? ExitCode.NOT_TIMESTAMPED : ExitCode.OK;
    }
}
