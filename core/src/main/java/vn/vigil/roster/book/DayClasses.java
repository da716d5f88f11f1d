package vn.vigil.roster.book;

import java.time.LocalDate;
import vn.vigil.calendar.DayClass;

/** Knows what sort of day a day is: the site's holidays. */
public interface DayClasses {
    DayClass of(LocalDate day);

    /** Whether the decision on that year's public holidays is on record; until then some days are assumed. */
    boolean decided(int year);
}
