package vn.vigil.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/**
 * The Vietnamese lunar calendar: a month begins on the day of the new moon at UTC+7, whatever zone the site is in. It differs
 * from the Chinese one, which goes by UTC+8: Tết 2030 is 2 February, the Chinese New Year a day later.
 *
 * <p>The years 1999–2053 are a table and no computation, since a new moon can fall minutes beside midnight (21 April 2031,
 * 23:57). Tests hold it against two computations. Stateless.
 */
public final class LunarCalendar {
    /** The first solar year whose every day is known. */
    public static final int FIRST_YEAR = 2000;

    /** The last solar year whose every day is known. */
    public static final int LAST_YEAR = 2053;

    private static final int FIRST_LUNAR = 1999;

    /**
     * One number a lunar year. Bits 0–12: month by month from Tết, whether it has 30 days and not 29; bits 13–16: which month is
     * doubled, 0 for none; bit 17: whether Tết is in February; bits 18–22: its day of the month.
     */
    private static final int[] YEARS = {
        0x420749, 0x160693, 0x60952b, 0x32052b, 0x060a5b, 0x58555a, 0x26056a, 0x74eb65, 0x460ba5, 0x1e0d49, // 1999–2008
        0x68ba95, 0x3a0a95, 0x0e052d, 0x5c8aad, 0x2a0ab5, 0x7d35aa, 0x4e05d2, 0x220da5, 0x70dd4a, 0x420e4a, // 2009–2018
        0x160c96, 0x64992e, 0x320556, 0x060ab5, 0x5855b2, 0x2a06d2, 0x74cea5, 0x460725, 0x1a064b, 0x68ac97, // 2019–2028
        0x3604ab, 0x0a055b, 0x5c6ada, 0x2e0b6a, 0x7d7752, 0x4e0b92, 0x220b25, 0x70da4b, 0x3e0a4d, 0x1204ad, // 2029–2038
        0x60a95b, 0x3205ad, 0x060baa, 0x585b52, 0x2a0d92, 0x78fd25, 0x460d25, 0x1a0a55, 0x68b4ad, 0x3a04b6, // 2039–2048
        0x0a06b5, 0x5c6daa, 0x2e0eca, 0x070e92, 0x4a0e93, // 2049–2053
    };

    private LunarCalendar() {}

    /** Whether every day of that solar year, and that lunar year, is known. */
    public static boolean covers(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /**
     * Refuses a year without lunar data.
     *
     * @throws VigilException USAGE, {@code VG-CALENDAR-YEAR}, naming the years that there are
     */
    public static void require(int year) {
        if (!covers(year)) {
            throw outside(Integer.toString(year));
        }
    }

    private static VigilException outside(String what) {
        return new VigilException(ErrorKind.USAGE, "VG-CALENDAR-YEAR", CalendarText.YEAR_OUTSIDE.with(what))
                .why(CalendarText.YEAR_OUTSIDE_WHY.with(Integer.toString(FIRST_YEAR), Integer.toString(LAST_YEAR)));
    }

    /**
     * The first day of a lunar year.
     *
     * @throws VigilException USAGE outside 2000–2053
     */
    public static LocalDate tet(int year) {
        require(year);
        return first(year);
    }

    /**
     * The Hùng Kings' day of a year, 10/3 of the lunar calendar, never of a leap month.
     *
     * @throws VigilException USAGE outside 2000–2053
     */
    public static LocalDate hungKings(int year) {
        return solar(new LunarDate(year, 3, false, 10));
    }

    /**
     * Which month of a lunar year is doubled; 0 for none.
     *
     * @throws VigilException USAGE outside 2000–2053
     */
    public static int leapMonth(int year) {
        require(year);
        return leap(year);
    }

    /**
     * The 12 or 13 months of a lunar year, in order.
     *
     * @throws VigilException USAGE outside 2000–2053
     */
    public static List<LunarMonth> months(int year) {
        require(year);
        return table(year);
    }

    /**
     * Every month that begins in the solar years from one to the other, and the rest of the last one's lunar year; in order.
     *
     * @return empty when {@code to} is before {@code from}
     * @throws VigilException USAGE when one of the years is outside 2000–2053
     */
    public static List<LunarMonth> monthsOfYears(int from, int to) {
        require(from);
        require(to);
        List<LunarMonth> months = new ArrayList<>();
        for (int year = from - 1; from <= to && year <= to; year++) {
            for (LunarMonth month : table(year)) {
                if (month.first().getYear() >= from) {
                    months.add(month);
                }
            }
        }
        return months;
    }

    /**
     * The lunar date of a day.
     *
     * @throws VigilException USAGE outside the solar years 2000–2053
     */
    public static LunarDate lunar(LocalDate day) {
        if (!covers(day.getYear())) {
            throw outside(day.toString());
        }
        int year = day.isBefore(first(day.getYear())) ? day.getYear() - 1 : day.getYear();
        LunarMonth in = null;
        for (LunarMonth month : table(year)) {
            if (!month.first().isAfter(day)) {
                in = month;
            }
        }
        return new LunarDate(
                year,
                in.month(),
                in.leap(),
                (int) (day.toEpochDay() - in.first().toEpochDay()) + 1);
    }

    /**
     * The solar day of a lunar date.
     *
     * @throws VigilException USAGE outside 2000–2053
     * @throws IllegalArgumentException when that month is not doubled, or has no 30th day
     */
    public static LocalDate solar(LunarDate date) {
        for (LunarMonth month : months(date.year())) {
            if (month.month() == date.month() && month.leap() == date.leap() && date.day() <= month.days()) {
                return month.first().plusDays(date.day() - 1L);
            }
        }
        throw new IllegalArgumentException("no such lunar date: " + date);
    }

    private static LocalDate first(int year) {
        int bits = YEARS[year - FIRST_LUNAR];
        return LocalDate.of(year, 1 + (bits >> 17 & 1), bits >> 18);
    }

    private static int leap(int year) {
        return YEARS[year - FIRST_LUNAR] >> 13 & 0xf;
    }

    private static List<LunarMonth> table(int year) {
        int bits = YEARS[year - FIRST_LUNAR];
        int leap = leap(year);
        List<LunarMonth> months = new ArrayList<>(13);
        LocalDate first = first(year);
        for (int i = 0; i < (leap == 0 ? 12 : 13); i++) {
            boolean again = leap != 0 && i == leap;
            int number = leap != 0 && i >= leap ? i : i + 1;
            int days = 29 + (bits >> i & 1);
            months.add(new LunarMonth(year, number, again, first, days));
            first = first.plusDays(days);
        }
        return months;
    }
}
