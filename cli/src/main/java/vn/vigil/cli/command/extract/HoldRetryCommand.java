package vn.vigil.cli.command.extract;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.PlacedView;
import vn.vigil.hold.Placed;

/** {@code vigil extract hold retry}: fetch what is not secured yet; for people and for cron. */
@Command(name = "retry")
public final class HoldRetryCommand extends CommandBase {
    @Parameters(arity = "0..*", paramLabel = "HOLD")
    private List<CaseId> holds = new ArrayList<>();

    @Option(names = "--wait", paramLabel = "LENGTH")
    private String wait;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.PARTIAL);
    }

    @Override
    protected ExitCode run() {
        Placed placed =
                vigil().holds().retry(actor(), holds, wait == null ? HoldCommand.WAIT : duration(wait), progress());
        for (Message note : placed.notes()) {
            note(note);
        }
        tell("extract.hold.retry", placed, new PlacedView());
        return HoldCommand.exit(placed);
    }
}
