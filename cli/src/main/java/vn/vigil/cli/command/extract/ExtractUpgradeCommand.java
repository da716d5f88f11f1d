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
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.ExtractLabel;
import vn.vigil.cli.view.RaisedView;
import vn.vigil.extract.Raised;

/** {@code vigil extract upgrade}: raise packages to a timestamp and revocation data. */
@Command(name = "upgrade")
public final class ExtractUpgradeCommand extends CommandBase {
    @Parameters(arity = "0..*", paramLabel = "REQUEST|FILE")
    private List<String> which = new ArrayList<>();

    @Option(names = "--all")
    private boolean all;

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
        if (which.isEmpty() != all) {
            throw new VigilException(ErrorKind.USAGE, "VG-EXTRACT-UPGRADE", ExtractLabel.REQUEST_OR_ALL.with());
        }
        Raised raised = vigil().extracts().upgrade(actor(), ids(), all, tsa, trust, progress());
        tell("extract.upgrade", raised, new RaisedView(all));
        return raised.isLeft() ? ExitCode.NOT_TIMESTAMPED : ExitCode.OK;
    }

    /** Requests by their number, or by a file of theirs. */
    private List<CaseId> ids() {
        List<CaseId> ids = new ArrayList<>();
        for (String one : which) {
            CaseId id = CaseId.parse(one);
            id = id != null ? id : vigil().extracts().owner(Path.of(one));
            if (id == null) {
                throw new VigilException(
                        ErrorKind.NOT_FOUND, "VG-EXTRACT-NO-PACKAGE", ExtractLabel.NO_PACKAGE.with(one));
            }
            ids.add(id);
        }
        return ids;
    }
}
