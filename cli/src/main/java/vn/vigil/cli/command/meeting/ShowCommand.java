package vn.vigil.cli.command.meeting;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Meeting;

/** {@code vigil meeting show}: everything on record of a meeting. */
@Command(name = "show")
public final class ShowCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }

    @Override
    protected ExitCode run() {
        Meeting found = vigil().meetings().get(meeting);
        out().show(
                        "meeting.show",
                        found,
                        new MeetingFileView(
                                vigil().meetings().actions().list(),
                                vigil().meetings().history(meeting)));
        return ExitCode.OK;
    }
}
