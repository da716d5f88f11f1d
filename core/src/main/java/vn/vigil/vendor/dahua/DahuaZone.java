package vn.vigil.vendor.dahua;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;

/**
 * The zone in which a device writes its times, which carry none themselves. <em>Camera time</em> is what comes out: an instant
 * of the camera's own UTC clock, that is its wall clock minus this zone. How far that clock is from true time is another
 * matter ({@link ClockReading#offset()}).
 *
 * <p>A wall time that the autumn change brings twice is taken as the first of the two; one that the spring change skips, as
 * summer time. Immutable.
 *
 * @param standard offset outside of summer time
 * @param summerFrom when the clock goes one hour ahead, each year, in standard wall time; null: never
 * @param summerTo when it goes back, each year, in summer wall time; null with {@code summerFrom}
 */
public record DahuaZone(ZoneOffset standard, Change summerFrom, Change summerTo) {
    private static final long SUMMER_HOURS = 1;

    /** Minutes east of Greenwich for each number of {@code NTP.TimeZone} (Dahua HTTP API, "NTP"). */
    private static final int[] MINUTES = {
        0, 60, 120, 180, 210, 240, 270, 300, 330, 345, 360, 390, 420, 480, 540, 570, 600, 660, 720, 780, -60, -120,
        -180, -210, -240, -300, -360, -420, -480, -540, -600, -660, -720
    };

    /**
     * One change of the clock in each year.
     *
     * @param week 0: {@code day} is the day of the month; 1–4: the first to fourth such weekday of the month; −1 or 5: the
     *     last one
     * @param day day of the month, or weekday with Sunday = 0
     */
    public record Change(int month, int week, int day, int hour, int minute) {
        public Change {
            boolean sane = month >= 1 && month <= 12 && week >= -1 && week <= 5 && hour >= 0 && hour <= 23;
            if (!sane || minute < 0 || minute > 59 || day < (week == 0 ? 1 : 0) || day > (week == 0 ? 31 : 6)) {
                throw new IllegalArgumentException("no moment of a year");
            }
        }

        LocalDateTime in(int year) {
            LocalDate first = LocalDate.of(year, month, 1);
            LocalDate date;
            if (week == 0) {
                date = first.withDayOfMonth(Math.min(day, first.lengthOfMonth()));
            } else {
                DayOfWeek weekday = day == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(day);
                date = first.with(TemporalAdjusters.dayOfWeekInMonth(week == 5 ? -1 : week, weekday));
            }
            return date.atTime(hour, minute);
        }
    }

    /** A zone without summer time. */
    public static DahuaZone of(ZoneOffset offset) {
        return new DahuaZone(offset, null, null);
    }

    /**
     * Reads the settings {@code NTP} and {@code Locales}.
     *
     * @param locales may be null: the device does not tell, there is no summer time
     * @return null when the zone's number is none that is known, or a summer time is in use and cannot be understood
     */
    static DahuaZone read(Answer ntp, Answer locales) {
        int index = ntp.number("table.NTP.TimeZone", -1);
        if (index < 0 || index >= MINUTES.length) {
            return null;
        }
        ZoneOffset standard = ZoneOffset.ofTotalSeconds(MINUTES[index] * 60);
        if (locales == null || !locales.isTrue("table.Locales.DSTEnable")) {
            return of(standard);
        }
        try {
            return new DahuaZone(standard, change(locales, "DSTStart"), change(locales, "DSTEnd"));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Change change(Answer locales, String which) {
        String at = "table.Locales." + which + ".";
        int week = locales.number(at + "Week", 0);
        String byWeek = locales.get("table.Locales.WeekEnable");
        if (byWeek.equalsIgnoreCase("false")) {
            week = 0;
        } else if (byWeek.equalsIgnoreCase("true") && week == 0) {
            week = -1;
        }
        return new Change(
                locales.number(at + "Month", 0),
                week,
                locales.number(at + "Day", -1),
                locales.number(at + "Hour", 0),
                locales.number(at + "Minute", 0));
    }

    /** The camera time of a wall time. */
    public Instant camera(LocalDateTime wall) {
        boolean summer = summerFrom != null && within(wall, summerFrom.in(wall.getYear()), summerTo.in(wall.getYear()));
        return wall.toInstant(standard).minusSeconds(summer ? SUMMER_HOURS * 3600 : 0);
    }

    /**
     * The wall time of a camera time.
     *
     * @throws DateTimeException when it lies beyond the years that can be written
     */
    public LocalDateTime wall(Instant camera) {
        LocalDateTime wall = LocalDateTime.ofInstant(camera, standard);
        boolean summer = summerFrom != null
                && within(
                        wall,
                        summerFrom.in(wall.getYear()),
                        summerTo.in(wall.getYear()).minusHours(SUMMER_HOURS));
        return summer ? wall.plusHours(SUMMER_HOURS) : wall;
    }

    /** South of the equator summer goes over the turn of the year. */
    private static boolean within(LocalDateTime t, LocalDateTime from, LocalDateTime to) {
        boolean begun = !t.isBefore(from);
        boolean notOver = t.isBefore(to);
        return from.isBefore(to) ? begun && notOver : begun || notOver;
    }
}
