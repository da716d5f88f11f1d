package vn.vigil.cli.command.meeting;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting sign}: chair and secretary signed. */
@Command(name = "sign")
public final class SignCommand extends MeetingCommand {
    @Parameters(paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--paper")
    private boolean paper;

    @Option(names = "--scan", paramLabel = "FILE")
    private Path scan;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Override
    protected ExitCode run() {
        if (!paper || scan == null) {
            throw new VigilException(ErrorKind.USAGE, "VG-MEETING-SIGN", MeetingLabel.HOW_SIGNED.with());
        }
        return tellMeeting(
                "sign", vigil().meetings().signPaper(actor(), meeting, scan, date == null ? day("now") : day(date)));
    }
}
