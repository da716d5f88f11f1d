package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting postpone}: puts a meeting off. */
@Command(name = "postpone")
public final class PostponeCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--date", paramLabel = "DATE", required = true)
    private String date;

    @Option(names = "--at", paramLabel = "HH:MM")
    private String at;

    @Option(names = "--place", paramLabel = "TEXT")
    private String place;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        ExitCode code = tellMeeting(
                "postpone", vigil().meetings().postpone(actor(), meeting, day(date), hour(at), place, reason));
        remindToTell();
        return code;
    }

    private void remindToTell() {
        if (vigil().meetings().get(meeting).sequence() >= 0) {
            note(MeetingLabel.NEXT_INVITE.with(meeting));
        }
    }
}
