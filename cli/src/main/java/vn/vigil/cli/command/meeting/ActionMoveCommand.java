package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting action move}: another day. */
@Command(name = "move")
public final class ActionMoveCommand extends MeetingCommand {
    @Parameters(paramLabel = "ACTION")
    private CaseId action;

    @Option(names = "--due", paramLabel = "DATE", required = true)
    private String due;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        return tellAction("action.move", vigil().meetings().actions().move(actor(), action, day(due), reason));
    }
}
