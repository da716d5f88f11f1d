package vn.vigil.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.vigil.base.MessageKey;
import vn.vigil.calendar.PublicHolidays;

class DueMeetingsTest {
    private static final LocalDate IN_FORCE = LocalDate.of(2022, 8, 8);

    private static List<Due> due(int year, String today, String trackFrom) {
        return new DueMeetings(PublicHolidays.shipped(), false, IN_FORCE, LocalDate.parse(trackFrom))
                .of(year, LocalDate.parse(today), List.of());
    }

    private static Due core(int year, int quarter) {
        for (Due due : due(year, "2022-08-08", "2022-08-08")) {
            if (due.kind() == MeetingKind.CORE && due.quarter().number() == quarter) {
                return due;
            }
        }
        throw new AssertionError(year + "-Q" + quarter);
    }

    @ParameterizedTest
    @CsvSource({
        "2022, 4, 2022-10-03, false",
        "2023, 1, 2023-01-03, true",
        "2024, 1, 2024-01-02, true",
        "2024, 4, 2024-10-07, false",
        "2025, 2, 2025-04-08, true",
        "2026, 1, 2026-01-05, false",
        "2029, 1, 2029-01-02, true"
    })
    void aHolidayMovesTheFirstMonday(int year, int quarter, LocalDate date, boolean moved) {
        Due due = core(year, quarter);
        assertEquals(date, due.date());
        if (moved) {
            assertNotNull(due.reason());
        } else {
            assertNull(due.reason());
        }
    }

    @Test
    void nothingIsDueBeforeTheRegulationAndNothingOverdueBeforeItIsTracked() {
        assertEquals(List.of(), due(2021, "2026-01-01", "2022-08-08"));
        List<Due> first = due(2022, "2023-01-01", "2022-12-01");
        assertEquals(3, first.size());
        assertEquals(LocalDate.of(2022, 10, 3), first.get(0).date());
        assertEquals(DueState.NOT_TRACKED, first.get(0).state());
        assertEquals(DueState.OVERDUE, first.get(2).state());
    }

    @Test
    void aReviewIsOverdueOnlyAfterItsQuarter() {
        assertEquals(DueState.DUE, steering("2026-03-31"));
        assertEquals(DueState.OVERDUE, steering("2026-04-01"));
    }

    private static MessageKey steering(String today) {
        for (Due due : due(2026, today, "2022-08-08")) {
            if (due.kind() == MeetingKind.STEERING) {
                assertEquals(LocalDate.of(2026, 1, 12), due.date());
                return due.state();
            }
        }
        throw new AssertionError();
    }
}
