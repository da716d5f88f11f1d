package vn.vigil.calendar;

import java.time.LocalDate;

/**
 * One month of the Vietnamese lunar calendar.
 *
 * @param year the lunar year
 * @param month 1–12
 * @param leap whether it repeats the month of the same number before it
 * @param first the solar day of its first day
 * @param days 29 or 30
 */
public record LunarMonth(int year, int month, boolean leap, LocalDate first, int days) {}
