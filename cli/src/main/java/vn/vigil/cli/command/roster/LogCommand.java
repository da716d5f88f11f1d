package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.watch.PaperWatch;

/** {@code vigil roster log}: a watch from the paper book (nhập theo sổ giấy). */
@Command(name = "log")
public final class LogCommand extends WatchCommand {
    @Option(names = "--for", paramLabel = "PERSON", required = true)
    private String person;

    @Option(names = "--shift", paramLabel = "SHIFT", required = true)
    private String shift;

    @Option(names = "--day", paramLabel = "DAY")
    private String day;

    @Option(names = "--paper")
    private boolean paper;

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--sheet", paramLabel = "TEXT")
    private String sheet;

    @Override
    protected ExitCode run() {
        if (!paper) {
            throw new VigilException(ErrorKind.USAGE, "VG-WATCH-PAPER", WatchViewText.SAY_PAPER.with());
        }
        PaperWatch told = new PaperWatch(person, shift, day == null ? null : date(day), time(from), time(to), sheet);
        tell(
                "roster.log",
                vigil().watch().log(actor(), told),
                new SavedAttendanceView(vigil().people(), dryRun(), WatchViewText.LOGGED, WatchViewText.WOULD_LOG));
        return ExitCode.OK;
    }
}
