package vn.vigil.cli.command.meeting;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting action show}: an action with its history. */
@Command(name = "show")
public final class ActionShowCommand extends MeetingCommand {
    @Parameters(paramLabel = "ACTION")
    private CaseId action;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }

    @Override
    protected ExitCode run() {
        out().show("meeting.action.show", vigil().meetings().actions().get(action), new ActionFileView());
        return ExitCode.OK;
    }
}
