package vn.vigil.cli.command.extract;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.ExtractRequestView;

/** {@code vigil extract show}. */
@Command(name = "show")
public final class ExtractShowCommand extends CommandBase {
    @Parameters(paramLabel = "REQUEST")
    private CaseId request;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }

    @Override
    protected ExitCode run() {
        out().show("extract.show", vigil().extracts().get(request), new ExtractRequestView(out(), world().now()));
        return ExitCode.OK;
    }
}
