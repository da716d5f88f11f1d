package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting action done}. */
@Command(name = "done")
public final class ActionDoneCommand extends MeetingCommand {
    @Parameters(paramLabel = "ACTION")
    private CaseId action;

    @Option(names = "--note", paramLabel = "TEXT", required = true)
    private String note;

    @Override
    protected ExitCode run() {
        return tellAction("action.done", vigil().meetings().actions().done(actor(), action, note));
    }
}
