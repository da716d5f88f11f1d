package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting cancel}: calls a meeting off. */
@Command(name = "cancel")
public final class CancelCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        ExitCode code = tellMeeting("cancel", vigil().meetings().cancel(actor(), meeting, reason));
        if (vigil().meetings().get(meeting).sequence() >= 0) {
            note(MeetingLabel.NEXT_INVITE.with(meeting));
        }
        return code;
    }
}
