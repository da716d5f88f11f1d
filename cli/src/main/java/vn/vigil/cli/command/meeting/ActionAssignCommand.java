package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting action assign}: another owner. */
@Command(name = "assign")
public final class ActionAssignCommand extends MeetingCommand {
    @Parameters(index = "0", paramLabel = "ACTION")
    private CaseId action;

    @Parameters(index = "1", paramLabel = "PERSON")
    private String owner;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        return tellAction("action.assign", vigil().meetings().actions().reassign(actor(), action, owner, reason));
    }
}
