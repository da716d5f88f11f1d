package vn.vigil.cli.command.roster;

import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.calendar.LunarCalendar;
import vn.vigil.calendar.LunarDate;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;

/** {@code vigil roster holiday lunar}: the lunar date of a day. */
@Command(name = "lunar")
public final class HolidayLunarCommand extends CommandBase {
    @Parameters(paramLabel = "DATE")
    private String date;

    @Override
    protected ExitCode run() {
        LocalDate day = date(date);
        out().show("roster.holiday.lunar", LunarCalendar.lunar(day), new LunarView(day));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of();
    }

    private record LunarView(LocalDate day) implements View<LunarDate> {
        private static final int WIDTH = 14;

        @Override
        public void text(LunarDate d, Out out) {
            pair(out, HolidayText.DATE, day.toString());
            pair(out, HolidayText.LUNAR_DATE, d.toString());
            pair(out, HolidayText.LUNAR_YEAR, Integer.toString(d.year()));
            pair(out, HolidayText.LUNAR_MONTH, Integer.toString(d.month()));
            pair(out, HolidayText.LEAP, out.text((d.leap() ? HolidayText.YES : HolidayText.NO).with()));
            pair(out, HolidayText.LUNAR_DAY, Integer.toString(d.day()));
        }

        private static void pair(Out out, HolidayText name, String value) {
            out.pair(out.text(name.with()), WIDTH, value);
        }

        @Override
        public void json(LunarDate d, Json json) {
            json.field("date", day.toString())
                    .field("year", d.year())
                    .field("month", d.month())
                    .field("leap", d.leap())
                    .field("day", d.day())
                    .field("lunar", d.toString());
        }
    }
}
