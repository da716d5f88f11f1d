package vn.vigil.report;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MessageKey;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.Quarter;

/**
 * The time that a report is about.
 *
 * @param key {@code 2026-Q3}, {@code 2026-H1}, {@code 2026}, or {@code 2026-03-01..2026-04-15} with both days in it
 * @param from first day, in the site's zone
 * @param to the day after the last
 * @param state cut by the State's rule for periodic reports instead of the calendar (A18)
 */
public record Period(Kind kind, String key, LocalDate from, LocalDate to, boolean state) {
    private static final int LONGEST = 366;
    private static final int CUT = 15;

    /** What a report's time is called. */
    public enum Kind implements MessageKey {
        QUARTER,
        /** Half a year (sơ kết, A16). */
        INTERIM,
        YEAR,
        CUSTOM;

        @Override
        public String catalogue() {
            return "report-period";
        }
    }

    public static Period quarter(Quarter quarter, boolean state) {
        return of(
                Kind.QUARTER,
                quarter.toString(),
                quarter.first(),
                quarter.next().first(),
                state);
    }

    /** @param half 1 or 2 */
    public static Period half(int year, int half, boolean state) {
        LocalDate from = LocalDate.of(year, half == 1 ? 1 : 7, 1);
        return of(Kind.INTERIM, year + "-H" + half, from, from.plusMonths(6), state);
    }

    public static Period year(int year, boolean state) {
        return of(Kind.YEAR, Integer.toString(year), LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 1, 1), state);
    }

    /** The quarter, half or year by the calendar that a day is in. */
    static Period at(Kind kind, LocalDate day, boolean state) {
        return switch (kind) {
            case INTERIM -> half(day.getYear(), day.getMonthValue() <= 6 ? 1 : 2, state);
            case YEAR -> year(day.getYear(), state);
            default -> quarter(Quarter.of(day), state);
        };
    }

    /**
     * @param last in it
     * @throws VigilException USAGE when it is no time, or longer than a year
     */
    public static Period custom(LocalDate first, LocalDate last) {
        if (last.isBefore(first) || ChronoUnit.DAYS.between(first, last) >= LONGEST) {
            throw new VigilException(
                    ErrorKind.USAGE, "VG-REPORT-PERIOD", ReportText.BAD_SPAN.with(first, last, LONGEST));
        }
        return new Period(Kind.CUSTOM, first + ".." + last, first, last.plusDays(1), false);
    }

    /** The State's quarter begins on the 15th of the month before it and ends with the 14th of its last month. */
    private static Period of(Kind kind, String key, LocalDate from, LocalDate to, boolean state) {
        return state
                ? new Period(
                        kind,
                        key,
                        from.minusMonths(1).withDayOfMonth(CUT),
                        to.minusMonths(1).withDayOfMonth(CUT),
                        true)
                : new Period(kind, key, from, to, false);
    }

    /**
     * Reads {@link #key}.
     *
     * @throws VigilException USAGE
     */
    public static Period parse(String text, boolean state) {
        String tidy = text.strip().toUpperCase(Locale.ROOT);
        try {
            if (tidy.matches("[12][0-9]{3}")) {
                return year(Integer.parseInt(tidy), state);
            }
            if (tidy.matches("[12][0-9]{3}-H[12]")) {
                return half(Integer.parseInt(tidy.substring(0, 4)), tidy.charAt(6) - '0', state);
            }
            if (tidy.matches("[12][0-9]{3}-Q[1-4]")) {
                return quarter(Quarter.parse(tidy), state);
            }
            String[] days = tidy.split("\\.\\.", -1);
            if (days.length == 2) {
                return custom(LocalDate.parse(days[0]), LocalDate.parse(days[1]));
            }
        } catch (DateTimeException e) {
            // Told below, like every other text that is no period.
        }
        throw new VigilException(ErrorKind.USAGE, "VG-REPORT-PERIOD", ReportText.BAD_PERIOD.with(text))
                .why(ReportText.BAD_PERIOD_WHY.with());
    }

    /** The one of the same length before it. */
    public Period previous() {
        return switch (kind) {
            case QUARTER -> quarter(Quarter.parse(key).previous(), state);
            case INTERIM -> number() == 1 ? half(year() - 1, 2, state) : half(year(), 1, state);
            case YEAR -> year(year() - 1, state);
            case CUSTOM -> custom(from.minusDays(ChronoUnit.DAYS.between(from, to)), from.minusDays(1));
        };
    }

    /** The same a year before; null where that is the previous one. */
    public Period lastYear() {
        return switch (kind) {
            case QUARTER -> quarter(new Quarter(year() - 1, number()), state);
            case INTERIM -> half(year() - 1, number(), state);
            case YEAR -> null;
            case CUSTOM -> custom(from.minusYears(1), to.minusDays(1).minusYears(1));
        };
    }

    /** From the beginning of its year until its end; null where that is itself. */
    public Period yearToDate() {
        LocalDate begin = kind == Kind.CUSTOM ? LocalDate.of(year(), 1, 1) : year(year(), state).from;
        return from.equals(begin) ? null : new Period(Kind.CUSTOM, key, begin, to, state);
    }

    /** The year in its name. */
    public int year() {
        return Integer.parseInt(key.substring(0, 4));
    }

    /** The quarter or the half within its year. */
    int number() {
        return key.charAt(6) - '0';
    }

    /** The last day in it. */
    public LocalDate last() {
        return to.minusDays(1);
    }

    /** In true time; cut at {@code now} when it is not over. Null when it has not begun. */
    TimeSpan span(ZoneId zone, Instant now) {
        Instant begin = from.atStartOfDay(zone).toInstant();
        Instant end = to.atStartOfDay(zone).toInstant();
        Instant cut = end.isAfter(now) ? now : end;
        return begin.isBefore(cut) ? new TimeSpan(begin, cut) : null;
    }

    @Override
    public String toString() {
        return key;
    }
}
