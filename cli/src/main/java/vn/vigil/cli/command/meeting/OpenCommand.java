package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting open}: the meeting begins. */
@Command(name = "open")
public final class OpenCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--chair", paramLabel = "PERSON")
    private String chair;

    @Option(names = "--secretary", paramLabel = "PERSON")
    private String secretary;

    @Option(names = "--place", paramLabel = "TEXT")
    private String place;

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Override
    protected ExitCode run() {
        return tellMeeting("open", vigil().meetings().open(actor(), meeting, chair, secretary, place, time(at)));
    }
}
