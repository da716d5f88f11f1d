package vn.vigil.cli.command.extract;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.CameraId;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.HoldView;
import vn.vigil.hold.HoldFilter;
import vn.vigil.hold.HoldState;

/** {@code vigil extract hold list}. */
@Command(name = "list")
public final class HoldListCommand extends ListCommand {
    @Option(names = "--case", paramLabel = "CASE")
    private CaseId cause;

    @Option(names = "--camera", paramLabel = "CAMERA")
    private CameraId camera;

    @Option(names = "--state", paramLabel = "STATE")
    private HoldState state;

    @Option(names = "--all")
    private boolean all;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        out().list(
                        "extract.hold.list",
                        "holds",
                        vigil().holds().list(new HoldFilter(cause, camera, state, all)),
                        new HoldView(out()));
        return ExitCode.OK;
    }
}
