package vn.vigil.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;

/** Quarters, their borders and their words. */
class QuarterTest {
    @Test
    void everyDayIsInTheOneQuarterBetweenItsBorders() {
        for (LocalDate day = LocalDate.of(2023, 1, 1); day.getYear() < 2026; day = day.plusDays(1)) {
            Quarter quarter = Quarter.of(day);
            assertFalse(day.isBefore(quarter.first()) || day.isAfter(quarter.last()));
            assertTrue(quarter.contains(day));
            assertEquals(day.equals(quarter.last()), !quarter.contains(day.plusDays(1)));
        }
    }

    @Test
    void bordersAreThoseOfTheCalendar() {
        Quarter first = Quarter.parse("2024-q1");
        assertEquals("2024-Q1", first.toString());
        assertEquals(LocalDate.of(2024, 1, 1), first.first());
        assertEquals(LocalDate.of(2024, 3, 31), first.last());
        assertEquals(LocalDate.of(2024, 6, 30), first.next().last());
        assertEquals(LocalDate.of(2023, 12, 31), first.previous().last());
        assertEquals("2023-Q4", first.previous().toString());
        assertEquals(first, first.previous().next());
        assertTrue(first.compareTo(first.next()) < 0 && first.compareTo(first.previous()) > 0);
        assertEquals("0099-Q2", new Quarter(99, 2).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026", "2026-Q0", "2026-Q5", "2026Q1", "Q1-2026", "2026-Q1 ", "２０２６-Q1", "0000-Q1"})
    void whatIsNoQuarterIsRefused(String text) {
        VigilException e = assertThrows(VigilException.class, () -> Quarter.parse(text));
        assertEquals(ErrorKind.USAGE, e.kind());
        assertEquals("VG-CALENDAR-QUARTER", e.id());
    }
}
