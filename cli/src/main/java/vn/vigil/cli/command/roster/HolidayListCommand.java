package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.calendar.Day;
import vn.vigil.calendar.DecidedDay;
import vn.vigil.calendar.PublicHolidays;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster holiday list}: the days of a year that are more than a weekday or a weekend. */
@Command(name = "list")
public final class HolidayListCommand extends ListCommand {
    @Option(names = "--year", paramLabel = "YEAR")
    private Integer year;

    @Override
    protected ExitCode run() {
        int wanted = year == null ? vigil().holidays().today().getYear() : year;
        PublicHolidays calendar = vigil().holidays().calendar();
        List<Day> days = calendar.year(wanted);
        out().list("roster.holiday.list", "days", days, new DayRow(lang()));
        if (!calendar.decided(wanted)) {
            warn(HolidayText.NOT_DECIDED.with(Integer.toString(wanted)));
        }
        for (DecidedDay day : PublicHolidays.proposed(wanted)) {
            if (calendar.workday(day.date())) {
                note(HolidayText.PROPOSED.with(day.date(), day.name(), day.source()));
            }
        }
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }
}
