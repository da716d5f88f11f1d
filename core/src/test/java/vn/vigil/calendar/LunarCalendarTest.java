package vn.vigil.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import net.time4j.PlainDate;
import net.time4j.calendar.CommonElements;
import net.time4j.calendar.VietnameseCalendar;
import org.junit.jupiter.api.Test;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/** The lunar calendar, held against two computations and the dates that were published. */
class LunarCalendarTest {
    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void everyDayIsThatOfTime4j() {
        int starts = 0;
        for (LocalDate day = day("2000-01-01"); day.getYear() <= 2053; day = day.plusDays(1)) {
            VietnameseCalendar other = PlainDate.from(day).transform(VietnameseCalendar.axis());
            LunarDate expected = new LunarDate(
                    other.getInt(CommonElements.RELATED_GREGORIAN_YEAR),
                    other.getMonth().getNumber(),
                    other.getMonth().isLeap(),
                    other.getDayOfMonth());
            assertEquals(expected, LunarCalendar.lunar(day), day.toString());
            starts += expected.day() == 1 ? 1 : 0;
        }
        assertEquals(668, starts);
    }

    /** The rules themselves: new moons at UTC+7, the winter solstice in month 11, the first month without a major term doubled. */
    @Test
    void everyMonthFollowsFromSunAndMoon() {
        int k = 0;
        for (int year = 2000; year < 2053; year++) {
            while (NewMoon.day(k).isBefore(LunarCalendar.tet(year))) {
                k++;
            }
            int at = k;
            boolean termless = false;
            for (LunarMonth month : LunarCalendar.months(year)) {
                assertEquals(NewMoon.day(at), month.first(), month.toString());
                int before = NewMoon.majorTerm(month.first().minusDays(1));
                int end = NewMoon.majorTerm(NewMoon.day(at + 1).minusDays(1));
                if (month.month() == 11 && !month.leap()) {
                    assertEquals(9, end == 9 ? end : end - 1, "the solstice is in " + month);
                }
                if (month.leap()) {
                    assertEquals(before, end, "a major term in " + month);
                    termless = true;
                }
                at++;
            }
            assertEquals(LunarCalendar.leapMonth(year) != 0, termless);
        }
    }

    @Test
    void tetHungKingsAndLeapMonthsAreThoseThatWerePublished() throws IOException {
        int years = 0;
        try (InputStream in = getClass().getResourceAsStream("tet-2022-2035.tsv")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.startsWith("#")) {
                    String[] fields = line.split("\t", -1);
                    int year = Integer.parseInt(fields[0]);
                    assertEquals(day(fields[1]), LunarCalendar.tet(year));
                    assertEquals(day(fields[2]), LunarCalendar.hungKings(year));
                    assertEquals(
                            fields[3].isEmpty() ? 0 : Integer.parseInt(fields[3]), LunarCalendar.leapMonth(year), line);
                    years++;
                }
            }
        }
        assertEquals(14, years);
    }

    @Test
    void theDaysThatOthersGetWrong() {
        assertEquals(new LunarDate(2030, 1, false, 1), LunarCalendar.lunar(day("2030-02-02")));
        assertEquals(new LunarDate(2031, 3, true, 1), LunarCalendar.lunar(day("2031-04-21")));
        assertEquals(new LunarDate(2035, 7, false, 1), LunarCalendar.lunar(day("2035-08-04")));
        assertEquals(new LunarDate(2023, 2, true, 1), LunarCalendar.lunar(day("2023-03-22")));
        assertEquals(new LunarDate(2033, 11, true, 1), LunarCalendar.lunar(day("2033-12-22")));
        assertEquals("1/11+/2033", LunarCalendar.lunar(day("2033-12-22")).toString());
        assertEquals(day("2033-12-22"), LunarCalendar.solar(new LunarDate(2033, 11, true, 1)));
        assertEquals(day("2007-02-17"), LunarCalendar.tet(2007));
    }

    @Test
    void whatIsComputedThereIsComputedBack() {
        for (LocalDate day = day("2000-02-05"); day.getYear() <= 2053; day = day.plusDays(1)) {
            assertEquals(day, LunarCalendar.solar(LunarCalendar.lunar(day)));
        }
        assertThrows(IllegalArgumentException.class, () -> LunarCalendar.solar(new LunarDate(2026, 3, true, 1)));
        assertThrows(IllegalArgumentException.class, () -> LunarCalendar.solar(new LunarDate(2026, 12, false, 30)));
        assertThrows(IllegalArgumentException.class, () -> new LunarDate(2026, 13, false, 1));
    }

    @Test
    void theMonthsOfSomeYearsAreAllThatBeginInThemAndTheRestOfTheLastLunarYear() {
        List<LunarMonth> months = LunarCalendar.monthsOfYears(2022, 2035);
        assertEquals(new LunarMonth(2021, 12, false, day("2022-01-03"), 29), months.get(0));
        assertEquals(
                174, months.stream().filter(m -> m.first().getYear() <= 2035).count());
        LunarMonth last = months.get(months.size() - 1);
        assertEquals(2035, last.year());
        assertEquals(12, last.month());
        assertEquals(day("2036-01-28"), last.first().plusDays(last.days()));
        for (int i = 1; i < months.size(); i++) {
            assertEquals(
                    months.get(i).first(),
                    months.get(i - 1).first().plusDays(months.get(i - 1).days()));
        }
        assertEquals(List.of(), LunarCalendar.monthsOfYears(2027, 2026));
    }

    @Test
    void aYearWithoutLunarDataIsRefusedAndNamed() {
        List<Runnable> all = List.of(
                () -> LunarCalendar.tet(1999),
                () -> LunarCalendar.hungKings(2054),
                () -> LunarCalendar.months(-1),
                () -> LunarCalendar.leapMonth(Integer.MAX_VALUE),
                () -> LunarCalendar.monthsOfYears(2050, 2054),
                () -> LunarCalendar.lunar(day("1999-12-31")),
                () -> LunarCalendar.lunar(day("2054-01-01")));
        List<Object> named = new ArrayList<>();
        for (Runnable asked : all) {
            VigilException e = assertThrows(VigilException.class, asked::run);
            assertEquals(ErrorKind.USAGE, e.kind());
            assertEquals("VG-CALENDAR-YEAR", e.id());
            assertEquals(List.of("2000", "2053"), e.why().get(0).args());
            named.addAll(e.what().args());
        }
        assertEquals(List.of("1999", "2054", "-1", "2147483647", "2054", "1999-12-31", "2054-01-01"), named);
        assertTrue(LunarCalendar.covers(2000) && LunarCalendar.covers(2053));
        assertFalse(LunarCalendar.covers(1999) || LunarCalendar.covers(2054));
    }

    @Test
    void theZoneOfTheMachineChangesNothing() {
        TimeZone was = TimeZone.getDefault();
        try {
            for (String zone : List.of("Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/London")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertEquals(day("2030-02-02"), LunarCalendar.tet(2030));
                assertEquals(new LunarDate(2031, 3, true, 1), LunarCalendar.lunar(day("2031-04-21")));
                PublicHolidays holidays = PublicHolidays.shipped();
                // 261 weekdays, 13 of them off, 2 Saturdays worked.
                assertEquals(250, holidays.workingDaysBetween(day("2026-01-01"), day("2027-01-01")), zone);
            }
        } finally {
            TimeZone.setDefault(was);
        }
    }
}
