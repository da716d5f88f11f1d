package vn.vigil.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/**
 * A quarter of a calendar year.
 *
 * @param year 1–9999
 * @param number 1–4
 */
public record Quarter(int year, int number) implements Comparable<Quarter> {
    public Quarter {
        if (year < 1 || year > 9999 || number < 1 || number > 4) {
            throw new IllegalArgumentException("no quarter: " + year + "-Q" + number);
        }
    }

    /** The quarter that a day is in. */
    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /**
     * Reads {@code 2026-Q3}, the Q in either case.
     *
     * @throws VigilException USAGE, {@code VG-CALENDAR-QUARTER}
     */
    public static Quarter parse(String text) {
        boolean form = text.length() == 7 && text.charAt(4) == '-' && "qQ".indexOf(text.charAt(5)) >= 0;
        int year = 0;
        for (int i = 0; form && i < 4; i++) {
            int digit = text.charAt(i) - '0';
            form = digit >= 0 && digit <= 9;
            year = year * 10 + digit;
        }
        int number = form ? text.charAt(6) - '0' : 0;
        if (!form || year < 1 || number < 1 || number > 4) {
            throw new VigilException(ErrorKind.USAGE, "VG-CALENDAR-QUARTER", CalendarText.BAD_QUARTER.with(text))
                    .why(CalendarText.BAD_QUARTER_WHY.with());
        }
        return new Quarter(year, number);
    }

    public LocalDate first() {
        return LocalDate.of(year, number * 3 - 2, 1);
    }

    public LocalDate last() {
        return first().plusMonths(3).minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return of(day).equals(this);
    }

    public Quarter next() {
        return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
    }

    public Quarter previous() {
        return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
    }

    /** The first Monday of its first month, when the quarterly report is due; it may be a holiday. */
    public LocalDate firstMonday() {
        return first().with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
    }

    @Override
    public int compareTo(Quarter other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(number, other.number);
    }

    /** {@code 2026-Q3}. */
    @Override
    public String toString() {
        String digits = Integer.toString(year);
        return "0".repeat(4 - digits.length()) + digits + "-Q" + number;
    }
}
