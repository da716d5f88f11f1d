package vn.vigil.roster.plan;

import vn.vigil.calendar.PublicHolidays;

/** The decisions on holidays that are shipped, read when they are asked for. A class, since quick verbs come by here. */
final class ShippedDecisions implements DecidedYears {
    @Override
    public boolean decided(int year) {
        return PublicHolidays.shipped().decided(year);
    }
}
