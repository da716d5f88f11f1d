package vn.vigil.cli.command.meeting;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Meeting;
import vn.vigil.meeting.Saved;

/** {@code vigil meeting close}: the meeting is over. */
@Command(name = "close")
public final class CloseCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Option(names = "--next", paramLabel = "DATE")
    private String next;

    @Option(names = "--no-action")
    private boolean noAction;

    @Override
    protected ExitCode run() {
        List<Message> notes = new ArrayList<>();
        Saved<Meeting> saved = vigil().meetings().close(actor(), meeting, time(at), day(next), noAction, notes);
        notes.forEach(this::note);
        return tellMeeting("close", saved);
    }
}
