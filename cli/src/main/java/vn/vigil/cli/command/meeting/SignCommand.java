package vn.vigil.cli.command.meeting;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting sign}: chair and secretary signed. */
@Command(name = "sign")
public final class SignCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--paper", required = true)
    private boolean paper;

    @Option(names = "--scan", paramLabel = "FILE", required = true)
    private Path scan;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Override
    protected ExitCode run() {
        return tellMeeting(
                "sign", vigil().meetings().signPaper(actor(), meeting, scan, date == null ? day("now") : day(date)));
    }
}
