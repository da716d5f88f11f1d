package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting action note}: how far it is. */
@Command(name = "note")
public final class ActionNoteCommand extends MeetingCommand {
    @Parameters(index = "0", paramLabel = "ACTION")
    private CaseId action;

    @Parameters(index = "1", paramLabel = "TEXT")
    private String text;

    @Override
    protected ExitCode run() {
        return tellAction("action.note", vigil().meetings().actions().progress(actor(), action, text));
    }
}
