package vn.vigil.cli.command.extract;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.LogLineView;

/** {@code vigil extract log}: every ledger entry of a case, for people. */
@Command(name = "log")
public final class ExtractLogCommand extends ListCommand {
    @Parameters(paramLabel = "REQUEST")
    private CaseId request;

    @Override
    protected boolean plain() {
        return false;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }

    @Override
    protected ExitCode run() {
        out().list("extract.log", "entries", vigil().extracts().log(request), new LogLineView(out(), vigil().people()));
        return ExitCode.OK;
    }
}
