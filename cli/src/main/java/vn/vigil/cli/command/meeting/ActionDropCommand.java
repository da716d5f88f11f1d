package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting action drop}. */
@Command(name = "drop")
public final class ActionDropCommand extends MeetingCommand {
    @Parameters(paramLabel = "ACTION")
    private CaseId action;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        return tellAction("action.drop", vigil().meetings().actions().drop(actor(), action, reason));
    }
}
