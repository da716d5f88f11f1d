package vn.vigil.cli.command.roster;

import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.MessageKey;
import vn.vigil.calendar.LunarCalendar;
import vn.vigil.calendar.LunarMonth;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** {@code vigil roster holiday months}: when each month of the Vietnamese lunar calendar begins. */
@Command(name = "months")
public final class HolidayMonthsCommand extends ListCommand {
    @Option(names = "--year", paramLabel = "YEAR")
    private Integer year;

    @Option(names = "--to", paramLabel = "YEAR")
    private Integer to;

    @Override
    protected ExitCode run() {
        LocalDate today = date("today");
        int first = year == null ? today.getYear() : year;
        int last = to == null ? first : to;
        out().list("roster.holiday.months", "months", LunarCalendar.monthsOfYears(first, last), new MonthRow(lang()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of();
    }

    private record MonthRow(Lang lang) implements RowView<LunarMonth> {
        @Override
        public String[] columns() {
            return new String[] {"year", "month", "leap", "date", "days"};
        }

        @Override
        public MessageKey[] headings() {
            return new MessageKey[] {
                HolidayText.LUNAR_YEAR,
                HolidayText.LUNAR_MONTH,
                HolidayText.LEAP,
                HolidayText.FIRST_DAY,
                HolidayText.LENGTH
            };
        }

        @Override
        public void cells(LunarMonth m, Cells cells) {
            String leap = m.leap() ? "yes" : "no";
            HolidayText word = m.leap() ? HolidayText.YES : HolidayText.NO;
            cells.add(m.year())
                    .add(m.month())
                    .add(cells.forPeople() ? Texts.pattern(word, lang) : leap)
                    .add(m.first().toString())
                    .add(m.days());
        }

        @Override
        public void json(LunarMonth m, Json json) {
            json.field("year", m.year())
                    .field("month", m.month())
                    .field("leap", m.leap())
                    .field("date", m.first().toString())
                    .field("days", m.days());
        }
    }
}
