package vn.vigil.cli.command.camera;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil camera maintain cancel}: work does not take place. */
@Command(name = "cancel")
public final class MaintainCancelCommand extends UpkeepCommand {
    @Parameters(paramLabel = "WORK")
    private CaseId work;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        return tellWork(
                "camera.maintain.cancel",
                vigil().upkeep().cancel(actor(), work, reason),
                UpkeepViewText.CANCELLED,
                UpkeepViewText.WOULD_CANCEL);
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }
}
