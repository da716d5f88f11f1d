package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting item}: one more item of the agenda. */
@Command(name = "item")
public final class ItemCommand extends MeetingCommand {
    @Parameters(index = "0", paramLabel = "MEETING")
    private CaseId meeting;

    @Parameters(index = "1", paramLabel = "TEXT")
    private String title;

    @Override
    protected ExitCode run() {
        return tellMeeting("item", vigil().meetings().item(actor(), meeting, title));
    }
}
