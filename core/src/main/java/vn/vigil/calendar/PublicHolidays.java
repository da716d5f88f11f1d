package vn.vigil.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;

/**
 * Public holidays and working days: the days of the Labour Code (45/2019/QH14, art. 112), days in lieu (art. 111.3), and the
 * decisions of each year laid over them. Rest days are Saturday and Sunday.
 *
 * <p>Art. 112 leaves two things to a yearly decision: Tết's five days, and which neighbour of 2 September is off with it. Where no
 * decision is on record they are assumed, and {@link #decided} says so. A later decision on a day wins. Only days of art. 112 bring
 * a day in lieu; whoever adds a day off of their own on a weekend adds the day in lieu, too.
 *
 * <p>Immutable; safe for several threads. Every method that takes a day or a year throws a {@link VigilException} (USAGE,
 * {@code VG-CALENDAR-YEAR}) for years without lunar data.
 */
public final class PublicHolidays {
    private static final String ARTICLE_111 = "45/2019/QH14 §111.3";
    private static final String ARTICLE_112 = "45/2019/QH14 §112";
    private static final int TET_DAYS = 5;

    private final Map<LocalDate, DecidedDay> decisions;
    private final Map<Integer, Map<LocalDate, Day>> years = new ConcurrentHashMap<>();

    private PublicHolidays(Map<LocalDate, DecidedDay> decisions) {
        this.decisions = decisions;
    }

    /** The law alone. */
    public static PublicHolidays ofLaw() {
        return new PublicHolidays(Map.of());
    }

    /** The law, and the decisions that are shipped. */
    public static PublicHolidays shipped() {
        return ofLaw().with(HolidayDecisions.shipped().days());
    }

    /** These with more decisions; a later one on the same day wins. */
    public PublicHolidays with(Collection<DecidedDay> more) {
        Map<LocalDate, DecidedDay> all = new HashMap<>(decisions);
        for (DecidedDay day : more) {
            all.put(day.date(), day);
        }
        return new PublicHolidays(all);
    }

    /** Every decision, shipped ones and a site's own, by day. */
    public List<DecidedDay> decisions() {
        return List.copyOf(new TreeMap<>(decisions).values());
    }

    /** What is decided about a day itself; null for nothing. */
    public DecidedDay decision(LocalDate date) {
        return decisions.get(date);
    }

    /** Days of a year that were announced as holidays and are no law yet; they do not count. */
    public static List<DecidedDay> proposed(int year) {
        List<DecidedDay> days = new ArrayList<>();
        for (DecidedDay day : HolidayDecisions.shipped().proposed()) {
            if (day.date().getYear() == year) {
                days.add(day);
            }
        }
        return days;
    }

    /** Whether both things that art. 112 leaves to a decision are decided for that year: Tết's days and National Day's second. */
    public boolean decided(int year) {
        LunarCalendar.require(year);
        return tetDecided(year) && nationalDayDecided(year);
    }

    /** Whether at least Tết's five days are decided. */
    public boolean tetDecided(int year) {
        return tetDays(year).size() >= TET_DAYS;
    }

    /** Whether it is decided which neighbour of 2 September is off. */
    public boolean nationalDayDecided(int year) {
        return holiday(LocalDate.of(year, 9, 1)) || holiday(LocalDate.of(year, 9, 3));
    }

    private boolean holiday(LocalDate date) {
        DecidedDay day = decisions.get(date);
        return day != null && day.kind() == DecidedDay.Kind.HOLIDAY;
    }

    private List<LocalDate> tetDays(int year) {
        List<LocalDate> days = new ArrayList<>();
        for (DecidedDay day : decisions.values()) {
            if (day.kind() == DecidedDay.Kind.TET && day.date().getYear() == year) {
                days.add(day.date());
            }
        }
        days.sort(null);
        return days;
    }

    /** What a day is, and why. */
    public Day day(LocalDate date) {
        Day special = special(date.getYear()).get(date);
        return special != null ? special : ordinary(date);
    }

    public DayClass dayClass(LocalDate date) {
        return day(date).dayClass();
    }

    public boolean workday(LocalDate date) {
        return !day(date).off();
    }

    /** The days of a year that are more than a weekday or a weekend, in order: holidays, days in lieu, exchanged days. */
    public List<Day> year(int year) {
        return List.copyOf(special(year).values());
    }

    /** The first working day after a day. */
    public LocalDate nextWorkingDay(LocalDate after) {
        return plusWorkingDays(after, 1);
    }

    /** The day itself when it is worked, else the next that is. */
    public LocalDate workingDayFrom(LocalDate date) {
        return workday(date) ? date : nextWorkingDay(date);
    }

    /**
     * The day that is so many working days later, or earlier for a negative number. The day itself is not counted, and need not
     * be worked; for 0 it is the answer.
     */
    public LocalDate plusWorkingDays(LocalDate date, int workingDays) {
        LocalDate at = date;
        int step = workingDays < 0 ? -1 : 1;
        for (int left = Math.abs(workingDays); left > 0; ) {
            at = at.plusDays(step);
            if (workday(at)) {
                left--;
            }
        }
        return at;
    }

    /**
     * How many working days there are.
     *
     * @param from first day counted
     * @param to first day no longer counted
     * @return 0 when {@code to} is not after {@code from}
     */
    public int workingDaysBetween(LocalDate from, LocalDate to) {
        int days = 0;
        for (LocalDate at = from; at.isBefore(to); at = at.plusDays(1)) {
            if (workday(at)) {
                days++;
            }
        }
        return days;
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static Day ordinary(LocalDate date) {
        return weekend(date)
                ? new Day(date, DayClass.WEEKEND, DayReason.WEEKEND, null, null, null, null)
                : new Day(date, DayClass.WORKDAY, DayReason.WEEKDAY, null, null, null, null);
    }

    private Map<LocalDate, Day> special(int year) {
        Map<LocalDate, Day> known = years.get(year);
        if (known == null) {
            LunarCalendar.require(year);
            known = build(year);
            years.put(year, known);
        }
        return known;
    }

    private Map<LocalDate, Day> build(int year) {
        Map<LocalDate, Day> days = new TreeMap<>();
        law(days, LocalDate.of(year, 1, 1), DayReason.NEW_YEAR, CalendarText.NAME_NEW_YEAR.with(), Day.Origin.LAW);
        if (!tetDecided(year)) {
            LocalDate eve = LunarCalendar.tet(year).minusDays(1);
            for (int i = 0; i < TET_DAYS; i++) {
                law(days, eve.plusDays(i), DayReason.TET, tetName(eve.plusDays(i)), Day.Origin.ASSUMED);
            }
        }
        LocalDate hungKings = LunarCalendar.hungKings(year);
        law(days, hungKings, DayReason.HUNG_KINGS, CalendarText.NAME_HUNG_KINGS.with(), Day.Origin.LAW);
        Message reunification = CalendarText.NAME_REUNIFICATION.with();
        law(days, LocalDate.of(year, 4, 30), DayReason.REUNIFICATION, reunification, Day.Origin.LAW);
        law(days, LocalDate.of(year, 5, 1), DayReason.LABOUR, CalendarText.NAME_LABOUR.with(), Day.Origin.LAW);
        Message national = CalendarText.NAME_NATIONAL_DAY.with();
        LocalDate second = LocalDate.of(year, 9, 2);
        law(days, second, DayReason.NATIONAL_DAY, national, Day.Origin.LAW);
        if (!nationalDayDecided(year)) {
            law(days, neighbour(second), DayReason.NATIONAL_DAY, national, Day.Origin.ASSUMED);
        }
        for (DecidedDay decided : decisions.values()) {
            if (decided.date().getYear() == year) {
                days.put(decided.date(), day(decided));
            }
        }
        inLieu(year, days);
        return days;
    }

    private static void law(
            Map<LocalDate, Day> days, LocalDate date, DayReason reason, Message name, Day.Origin origin) {
        DayClass dayClass = reason == DayReason.TET ? DayClass.TET : DayClass.HOLIDAY;
        days.put(date, new Day(date, dayClass, reason, name, null, origin, ARTICLE_112));
    }

    /** The neighbour that makes the longer break, as the decisions of 2022–2026 all went. */
    private static LocalDate neighbour(LocalDate nationalDay) {
        return switch (nationalDay.getDayOfWeek()) {
            case MONDAY, THURSDAY, SUNDAY -> nationalDay.plusDays(1);
            case TUESDAY, WEDNESDAY, FRIDAY, SATURDAY -> nationalDay.minusDays(1);
        };
    }

    private static Message tetName(LocalDate date) {
        LunarDate lunar = LunarCalendar.lunar(date);
        return CalendarText.NAME_TET.with(lunar.day(), lunar.month());
    }

    private static Day day(DecidedDay decided) {
        LocalDate date = decided.date();
        Message own = CalendarText.NAME_OWN.with(decided.name());
        Day.Origin origin = decided.site() ? Day.Origin.SITE : Day.Origin.DECISION;
        return switch (decided.kind()) {
            case TET -> {
                Message name = decided.site() ? own : tetName(date);
                yield new Day(date, DayClass.TET, DayReason.TET, name, null, origin, decided.source());
            }
            case HOLIDAY -> {
                boolean beside = date.getMonthValue() == 9 && (date.getDayOfMonth() == 1 || date.getDayOfMonth() == 3);
                Message name = beside && !decided.site() ? CalendarText.NAME_NATIONAL_DAY.with() : own;
                DayReason reason = beside ? DayReason.NATIONAL_DAY : fixed(date);
                yield new Day(date, DayClass.HOLIDAY, reason, name, null, origin, decided.source());
            }
            case SWAP -> new Day(date, DayClass.WEEKEND, DayReason.SWAPPED, own, null, origin, decided.source());
            case WORK -> new Day(date, DayClass.WORKDAY, DayReason.MAKE_UP, own, null, origin, decided.source());
        };
    }

    /** A holiday of art. 112 that is written down once more stays one. */
    private static DayReason fixed(LocalDate date) {
        int day = date.getMonthValue() * 100 + date.getDayOfMonth();
        return switch (day) {
            case 101 -> DayReason.NEW_YEAR;
            case 430 -> DayReason.REUNIFICATION;
            case 501 -> DayReason.LABOUR;
            case 902 -> DayReason.NATIONAL_DAY;
            default -> date.equals(LunarCalendar.hungKings(date.getYear())) ? DayReason.HUNG_KINGS : DayReason.DECIDED;
        };
    }

    private void inLieu(int year, Map<LocalDate, Day> days) {
        // Whoever wrote down more than Tết's five days wrote the days in lieu down with them.
        int written = Math.max(0, tetDays(year).size() - TET_DAYS);
        List<Day> owed = new ArrayList<>();
        for (Day day : days.values()) {
            boolean statutory = day.off() && day.reason() != DayReason.SWAPPED && day.reason() != DayReason.DECIDED;
            if (statutory && weekend(day.date())) {
                if (day.reason() == DayReason.TET && written > 0) {
                    written--;
                } else {
                    owed.add(day);
                }
            }
        }
        for (Day day : owed) {
            LocalDate at = day.date().plusDays(1);
            while (weekend(at) || days.containsKey(at)) {
                at = at.plusDays(1);
            }
            Message name = CalendarText.NAME_IN_LIEU.with(day.name(), day.date().toString());
            days.put(at, new Day(at, DayClass.HOLIDAY, DayReason.IN_LIEU, name, day.date(), day.origin(), ARTICLE_111));
        }
    }
}
