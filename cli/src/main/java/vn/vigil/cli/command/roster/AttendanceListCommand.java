package vn.vigil.cli.command.roster;

import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.TimeSpan;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.watch.Attendance;

/** {@code vigil roster attendance list}: who came. */
@Command(name = "list")
public final class AttendanceListCommand extends ListCommand {
    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--for", paramLabel = "PERSON")
    private String person;

    @Option(names = "--all")
    private boolean all;

    @Override
    protected ExitCode run() {
        Instant start = from == null
                ? date("today").minusDays(7).atStartOfDay(vigil().zone()).toInstant()
                : instant(from);
        TimeSpan span = to == null
                ? new TimeSpan(
                        start, world().now().isAfter(start) ? world().now().plusSeconds(86_400) : start.plusSeconds(1))
                : span(from == null ? start.toString() : from, to, null);
        List<Attendance> entries = vigil().watch()
                .attendance(
                        span,
                        person == null ? null : vigil().people().show(person).id(),
                        all);
        if (entries.isEmpty()) {
            note(WatchViewText.NO_ATTENDANCE.with());
        }
        out().list("roster.attendance.list", "attendance", entries, new AttendanceRow(out()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }
}
