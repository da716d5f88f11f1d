package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.calendar.LunarCalendar;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;

/** {@code vigil roster holiday export}: every decision on record, in the columns that an import reads. */
@Command(name = "export")
public final class HolidayExportCommand extends CommandBase {
    @Option(names = "--year", paramLabel = "YEAR")
    private Integer year;

    @Override
    protected ExitCode run() {
        if (year != null) {
            LunarCalendar.require(year);
        }
        out().list("roster.holiday.export", "decisions", vigil().holidays().decisions(year), new DecisionRow());
        return ExitCode.OK;
    }

    @Override
    protected Format format() {
        return Format.CSV;
    }

    @Override
    protected boolean plain() {
        return true;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }
}
