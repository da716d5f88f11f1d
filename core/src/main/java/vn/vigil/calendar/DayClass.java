package vn.vigil.calendar;

import vn.vigil.base.MessageKey;

/** What sort of day it is for a roster; a day is of exactly one class. */
public enum DayClass implements MessageKey {
    /** Monday to Friday, and the rest days that are worked in exchange. */
    WORKDAY,
    /** Saturday, Sunday, and the workdays that are rest days in exchange. */
    WEEKEND,
    /** A public holiday that is not Tết, and every day off in lieu of one. */
    HOLIDAY,
    /** A day of the lunar New Year, whatever weekday it is. */
    TET;

    /** The word in commands, files and JSON: {@code workday}. */
    public String word() {
        return id();
    }

    /** Whether nobody but the watch works. */
    public boolean off() {
        return this != WORKDAY;
    }

    /** The catalogue of names. */
    @Override
    public String catalogue() {
        return "day-class";
    }
}
