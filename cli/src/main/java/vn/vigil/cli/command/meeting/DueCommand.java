package vn.vigil.cli.command.meeting;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting due}: which meetings a year asks for, and how it stands with them. */
@Command(name = "due")
public final class DueCommand extends ListCommand {
    @Option(names = "--year", paramLabel = "YEAR")
    private Integer year;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        int wanted = year != null ? year : world().now().atZone(vigil().zone()).getYear();
        if (wanted < 2000 || wanted > 2100) {
            throw new VigilException(
                    ErrorKind.USAGE, "VG-MEETING-YEAR", MeetingLabel.BAD_YEAR.with(Integer.toString(wanted)));
        }
        out().list("meeting.due", "meetings", vigil().meetings().due(wanted), new DueView(out()));
        return ExitCode.OK;
    }
}
