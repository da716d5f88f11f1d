package vn.vigil.cli.command.roster;

import java.time.DayOfWeek;
import java.util.Locale;
import vn.vigil.base.MessageKey;
import vn.vigil.calendar.Day;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** One holiday, day in lieu or exchanged day in a list. */
record DayRow(Lang lang) implements RowView<Day> {
    @Override
    public String[] columns() {
        return new String[] {"date", "weekday", "name", "class", "source"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            HolidayText.DATE, HolidayText.WEEKDAY, HolidayText.NAME, HolidayText.CLASS, HolidayText.SOURCE
        };
    }

    @Override
    public void cells(Day d, Cells cells) {
        boolean people = cells.forPeople();
        boolean assumed = d.origin() == Day.Origin.ASSUMED;
        cells.add(d.date().toString())
                .add(people ? Texts.pattern(weekday(d.date().getDayOfWeek()), lang) : weekday(d))
                .add(Texts.render(d.name(), lang))
                .add(people ? Texts.pattern(d.dayClass(), lang) : d.dayClass().word())
                .add(
                        assumed
                                ? people
                                        ? Texts.render(HolidayText.ASSUMED.with(d.source()), lang)
                                        : d.source() + " (assumed)"
                                : d.source());
    }

    private static HolidayText weekday(DayOfWeek weekday) {
        return switch (weekday) {
            case MONDAY -> HolidayText.MONDAY;
            case TUESDAY -> HolidayText.TUESDAY;
            case WEDNESDAY -> HolidayText.WEDNESDAY;
            case THURSDAY -> HolidayText.THURSDAY;
            case FRIDAY -> HolidayText.FRIDAY;
            case SATURDAY -> HolidayText.SATURDAY;
            case SUNDAY -> HolidayText.SUNDAY;
        };
    }

    private static String weekday(Day d) {
        return d.date().getDayOfWeek().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void json(Day d, Json json) {
        json.field("date", d.date().toString())
                .field("weekday", weekday(d))
                .field("name", Texts.render(d.name(), lang))
                .field("class", d.dayClass().word())
                .field("off", d.off())
                .field("reason", d.reason().word())
                .field("insteadOf", d.insteadOf() == null ? null : d.insteadOf().toString())
                .field("origin", d.origin().word())
                .field("source", d.source());
    }
}
