package vn.vigil.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/** Which days are worked, and why not. */
class PublicHolidaysTest {
    private final PublicHolidays shipped = PublicHolidays.shipped();
    private final PublicHolidays law = PublicHolidays.ofLaw();

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static DecidedDay decided(String date, DecidedDay.Kind kind) {
        return new DecidedDay(day(date), kind, "Nghỉ", "QĐ 1", true);
    }

    /** Every day of a year on which an office is closed, as {@code MM-dd}, but ordinary weekends. */
    private static String off(PublicHolidays holidays, int year) {
        List<String> days = new ArrayList<>();
        for (Day day : holidays.year(year)) {
            if (day.off()) {
                days.add(day.date().toString().substring(5));
            }
        }
        return String.join(" ", days);
    }

    @Test
    void theYearsThatWereDecidedAreOffAsTheyWereAnnounced() {
        assertEquals(
                "01-01 01-03 01-31 02-01 02-02 02-03 02-04 04-10 04-11 04-30 05-01 05-02 05-03 09-01 09-02",
                off(shipped, 2022));
        assertEquals(
                "01-01 01-02 01-20 01-21 01-22 01-23 01-24 01-25 01-26 04-29 04-30 05-01 05-02 05-03 09-01 09-02 09-04",
                off(shipped, 2023));
        assertEquals(
                "01-01 02-08 02-09 02-10 02-11 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
                off(shipped, 2024));
        assertEquals("01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", off(shipped, 2025));
        assertEquals(
                "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-26 04-27 04-30 05-01 08-31 09-01 09-02",
                off(shipped, 2026));
    }

    @Test
    void restDaysThatAreWorkedInExchangeAreWorkdays() {
        for (String made : List.of("2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22")) {
            Day day = shipped.day(day(made));
            assertEquals(DayOfWeek.SATURDAY, day.date().getDayOfWeek());
            assertEquals(DayClass.WORKDAY, day.dayClass());
            assertEquals(DayReason.MAKE_UP, day.reason());
            assertEquals(Day.Origin.DECISION, day.origin());
        }
        Day swapped = shipped.day(day("2026-08-31"));
        assertEquals(DayClass.WEEKEND, swapped.dayClass());
        assertEquals(DayReason.SWAPPED, swapped.reason());
        assertEquals("9441/TB-BNV, 2025-10-16", swapped.source());
    }

    @Test
    void aDayOffKnowsItsReason() {
        Day eve = shipped.day(day("2026-02-16"));
        assertEquals(DayClass.TET, eve.dayClass());
        assertEquals(List.<Object>of(29, 12), eve.name().args());
        Day lieu = shipped.day(day("2026-04-27"));
        assertEquals(DayClass.HOLIDAY, lieu.dayClass());
        assertEquals(DayReason.IN_LIEU, lieu.reason());
        assertEquals(day("2026-04-26"), lieu.insteadOf());
        assertEquals("45/2019/QH14 §111.3", lieu.source());
        Day sunday = shipped.day(day("2026-04-26"));
        assertEquals(DayClass.HOLIDAY, sunday.dayClass());
        assertEquals(DayReason.HUNG_KINGS, sunday.reason());
        Day ordinary = shipped.day(day("2026-03-02"));
        assertEquals(DayClass.WORKDAY, ordinary.dayClass());
        assertFalse(ordinary.special());
        assertNull(ordinary.source());
        assertEquals(DayClass.WEEKEND, shipped.dayClass(day("2026-02-15")));
    }

    @Test
    void aYearWithoutDecisionIsAssumedAndSaysSo() {
        for (int year = 2022; year <= 2026; year++) {
            assertTrue(shipped.decided(year), "year " + year);
            assertFalse(law.decided(year));
        }
        assertFalse(shipped.decided(2027));
        // Tết 2027 is Saturday 6 February: its eve and four days, two of them on a weekend.
        assertEquals(
                "01-01 02-05 02-06 02-07 02-08 02-09 02-10 02-11 04-16 04-30 05-01 05-03 09-02 09-03",
                off(shipped, 2027));
        assertEquals(Day.Origin.ASSUMED, shipped.day(day("2027-02-05")).origin());
        assertEquals(Day.Origin.ASSUMED, shipped.day(day("2027-09-03")).origin());
        assertEquals(Day.Origin.LAW, shipped.day(day("2027-09-02")).origin());
    }

    @Test
    void theAssumedNeighbourOfNationalDayIsTheOneThatWasDecidedInEveryKnownYear() {
        for (int year = 2022; year <= 2026; year++) {
            for (String date : List.of("-09-01", "-09-03")) {
                assertEquals(
                        shipped.day(day(year + date)).reason(),
                        law.day(day(year + date)).reason(),
                        year + date);
            }
        }
        for (int year = 2000; year <= 2053; year++) {
            long national = law.year(year).stream()
                    .filter(d -> d.reason() == DayReason.NATIONAL_DAY)
                    .count();
            assertEquals(2, national);
        }
    }

    @Test
    void everyHolidayOnAWeekendBringsOneDayInLieuOnAWorkday() {
        for (int year = 2000; year <= 2053; year++) {
            int onWeekends = 0;
            TreeSet<LocalDate> instead = new TreeSet<>();
            for (Day day : law.year(year)) {
                boolean weekend = day.date().getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
                if (day.reason() == DayReason.IN_LIEU) {
                    assertFalse(weekend);
                    assertTrue(instead.add(day.insteadOf()));
                    assertTrue(day.date().isAfter(day.insteadOf()));
                } else if (weekend) {
                    onWeekends++;
                }
            }
            assertEquals(onWeekends, instead.size(), "year " + year);
        }
    }

    /** In no year do two holidays coincide: Giỗ Tổ is 10/3, late in April at the latest. */
    @Test
    void theLawGivesElevenDaysEveryYear() {
        for (int year = 2000; year <= 2053; year++) {
            long days = law.year(year).stream()
                    .filter(d -> d.reason() != DayReason.IN_LIEU)
                    .count();
            assertEquals(11, days, "year " + year);
        }
    }

    @Test
    void firstMondaysThatCollideWithAHolidayMove() {
        String[][] collisions = {
            {"2023-Q1", "2023-01-02", "2023-01-03"},
            {"2024-Q1", "2024-01-01", "2024-01-02"},
            {"2025-Q2", "2025-04-07", "2025-04-08"},
            {"2029-Q1", "2029-01-01", "2029-01-02"},
        };
        for (String[] c : collisions) {
            LocalDate monday = Quarter.parse(c[0]).firstMonday();
            assertEquals(day(c[1]), monday);
            assertFalse(shipped.workday(monday));
            assertEquals(day(c[2]), shipped.workingDayFrom(monday));
        }
        assertEquals(
                day("2026-04-06"),
                shipped.workingDayFrom(Quarter.parse("2026-Q2").firstMonday()));
    }

    @Test
    void workingDaysAreCountedOverHolidaysLeapDaysAndExchanges() {
        assertEquals(day("2026-02-23"), shipped.nextWorkingDay(day("2026-02-13")));
        assertEquals(day("2026-08-22"), shipped.nextWorkingDay(day("2026-08-21")));
        assertEquals(day("2026-02-24"), shipped.plusWorkingDays(day("2026-02-13"), 2));
        assertEquals(day("2026-02-13"), shipped.plusWorkingDays(day("2026-02-23"), -1));
        assertEquals(day("2026-02-17"), shipped.plusWorkingDays(day("2026-02-17"), 0));
        assertEquals(0, shipped.workingDaysBetween(day("2026-02-14"), day("2026-02-23")));
        assertEquals(1, shipped.workingDaysBetween(day("2026-02-14"), day("2026-02-24")));
        assertEquals(0, shipped.workingDaysBetween(day("2026-02-24"), day("2026-02-14")));
        // 29 February 2024 was a Thursday, and exists in no other of these years.
        assertEquals(day("2024-02-29"), shipped.plusWorkingDays(day("2024-02-28"), 1));
        assertEquals(2, shipped.workingDaysBetween(day("2024-02-28"), day("2024-03-01")));
        assertEquals(1, shipped.workingDaysBetween(day("2023-02-28"), day("2023-03-01")));
        // 31 December 2026 is worked, the day after is not.
        assertEquals(day("2027-01-04"), shipped.nextWorkingDay(day("2026-12-31")));
    }

    @Test
    void aSitesDecisionLiesOverWhatIsShipped() {
        PublicHolidays own = shipped.with(List.of(
                decided("2026-11-24", DecidedDay.Kind.HOLIDAY),
                decided("2026-08-22", DecidedDay.Kind.HOLIDAY),
                decided("2026-04-30", DecidedDay.Kind.WORK)));
        Day culture = own.day(day("2026-11-24"));
        assertEquals(DayClass.HOLIDAY, culture.dayClass());
        assertEquals(DayReason.DECIDED, culture.reason());
        assertEquals(Day.Origin.SITE, culture.origin());
        assertFalse(own.workday(day("2026-08-22")));
        assertTrue(own.workday(day("2026-04-30")));
        assertTrue(own.workday(day("2026-08-24")), "a day off of one's own on a Saturday brings none in lieu");
        assertTrue(shipped.workday(day("2026-11-24")), "the shipped calendar stays as it was");
    }

    @Test
    void tetOfAYearIsDecidedByItsFiveDaysAndNotByOne() {
        PublicHolidays one = law.with(List.of(decided("2027-02-04", DecidedDay.Kind.TET)));
        assertFalse(one.tetDecided(2027));
        assertEquals(DayClass.TET, one.dayClass(day("2027-02-04")));
        assertEquals(DayClass.TET, one.dayClass(day("2027-02-06")));
        List<DecidedDay> five = Stream.of("2027-02-04", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08")
                .map(d -> decided(d, DecidedDay.Kind.TET))
                .toList();
        PublicHolidays all = law.with(five);
        assertTrue(all.tetDecided(2027));
        assertFalse(all.decided(2027), "National Day is still open");
        assertEquals(DayReason.IN_LIEU, all.day(day("2027-02-09")).reason());
        assertEquals(DayReason.IN_LIEU, all.day(day("2027-02-10")).reason());
        assertTrue(all.workday(day("2027-02-11")));
        assertTrue(all.with(List.of(decided("2027-09-03", DecidedDay.Kind.HOLIDAY)))
                .decided(2027));
    }

    @Test
    void whoWritesTheDaysInLieuDownWithTetGetsThemOnce() {
        List<DecidedDay> seven = Stream.of(4, 5, 6, 7, 8, 9, 10)
                .map(d -> new DecidedDay(LocalDate.of(2027, 2, d), DecidedDay.Kind.TET, "Tết", "QĐ 2", true))
                .toList();
        PublicHolidays all = law.with(seven);
        assertEquals(DayClass.TET, all.dayClass(day("2027-02-10")));
        assertTrue(all.workday(day("2027-02-11")));
    }

    @Test
    void aDayThatWasOnlyAnnouncedIsKnownAndNotCounted() {
        assertEquals(day("2026-11-24"), PublicHolidays.proposed(2026).get(0).date());
        assertTrue(shipped.workday(day("2026-11-24")));
        assertEquals(List.of(), PublicHolidays.proposed(2025));
    }

    @Test
    void aYearWithoutLunarDataIsRefused() {
        for (Runnable asked : List.<Runnable>of(
                () -> shipped.day(day("1999-06-01")),
                () -> shipped.year(2054),
                () -> shipped.decided(1999),
                () -> shipped.plusWorkingDays(day("2053-12-31"), 1))) {
            VigilException e = assertThrows(VigilException.class, asked::run);
            assertEquals(ErrorKind.USAGE, e.kind());
            assertEquals("VG-CALENDAR-YEAR", e.id());
        }
    }
}
