package vn.vigil.cli.command.meeting;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.people.Actor;

/** {@code vigil meeting approve}: the minutes were read out and approved; their text is fixed. */
@Command(name = "approve")
public final class ApproveCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--pin-file", paramLabel = "FILE")
    private Path pinFile;

    @Override
    protected ExitCode run() {
        Actor chair =
                actor().member() != null && vigil().people().hasPin(actor().memberId()) ? proved(pinFile) : actor();
        return tellMeeting("approve", vigil().meetings().approve(chair, meeting));
    }
}
