package vn.vigil.cli.command.extract;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.HoldView;

/** {@code vigil extract hold show}. */
@Command(name = "show")
public final class HoldShowCommand extends CommandBase {
    @Parameters(paramLabel = "HOLD")
    private CaseId hold;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }

    @Override
    protected ExitCode run() {
        out().show("extract.hold.show", vigil().holds().get(hold), new HoldView(out()));
        return ExitCode.OK;
    }
}
