package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting issue}: numbers signed minutes and issues them. */
@Command(name = "issue")
public final class IssueCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--number", paramLabel = "NUMBER")
    private String number;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Override
    protected ExitCode run() {
        return tellMeeting("issue", vigil().meetings().issue(actor(), meeting, number, day(date)));
    }
}
