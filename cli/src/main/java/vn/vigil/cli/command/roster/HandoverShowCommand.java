package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.watch.Handover;

/** {@code vigil roster handover show}: one handover; without a number the newest of one's post. */
@Command(name = "show")
public final class HandoverShowCommand extends CommandBase {
    @Parameters(arity = "0..1", paramLabel = "HANDOVER")
    private CaseId handover;

    @Override
    protected ExitCode run() {
        Handover h = handover == null
                ? vigil().watch().newestHandover(actor())
                : vigil().watch().handover(handover);
        out().show("roster.handover.show", h, new HandoverView());
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }
}
