package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil camera maintain show}: one work with its parts. */
@Command(name = "show")
public final class MaintainShowCommand extends CommandBase {
    @Parameters(paramLabel = "WORK")
    private CaseId work;

    @Override
    protected ExitCode run() {
        out().show("camera.maintain.show", vigil().upkeep().work(work), new WorkView());
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }
}
