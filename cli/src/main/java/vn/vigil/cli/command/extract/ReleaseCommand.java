package vn.vigil.cli.command.extract;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.HoldView;

/** {@code vigil extract release}: let held footage go. */
@Command(name = "release")
public final class ReleaseCommand extends CommandBase {
    @Parameters(paramLabel = "HOLD")
    private CaseId hold;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED);
    }

    @Override
    protected ExitCode run() {
        tell("extract.release", vigil().holds().release(actor(), hold, reason), new HoldView(out()));
        return ExitCode.OK;
    }
}
