package vn.vigil.cli.command.meeting;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting verify}: holds what is on record against the ledger. */
@Command(name = "verify")
public final class VerifyCommand extends MeetingCommand {
    @Parameters(paramLabel = "ID")
    private CaseId id;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND, ExitCode.NOT_GENUINE);
    }

    @Override
    protected ExitCode run() {
        List<Message> faults = vigil().meetings().verify(id);
        boolean intact = vigil().ledger().verify().intact();
        boolean sound = faults.isEmpty() && intact;
        out().show("meeting.verify", faults, new VerifyView(id, intact));
        return sound ? ExitCode.OK : ExitCode.NOT_GENUINE;
    }
}
