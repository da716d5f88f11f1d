package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting erratum}: puts signed minutes right. */
@Command(name = "erratum")
public final class ErratumCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--was", paramLabel = "TEXT", required = true)
    private String was;

    @Option(names = "--is", paramLabel = "TEXT", required = true)
    private String is;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        return tellMeeting("erratum", vigil().meetings().erratum(actor(), meeting, was, is, reason));
    }
}
