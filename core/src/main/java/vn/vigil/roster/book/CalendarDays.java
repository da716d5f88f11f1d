package vn.vigil.roster.book;

import java.time.LocalDate;
import vn.vigil.calendar.DayClass;
import vn.vigil.calendar.PublicHolidays;

/** Days as the site's calendar has them. */
record CalendarDays(PublicHolidays calendar) implements DayClasses {
    @Override
    public DayClass of(LocalDate day) {
        return calendar.dayClass(day);
    }

    @Override
    public boolean decided(int year) {
        return calendar.decided(year);
    }
}
