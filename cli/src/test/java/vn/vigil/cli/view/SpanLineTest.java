package vn.vigil.cli.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.TimeSpan;

class SpanLineTest {
    private static final Instant NOON = Instant.parse("2026-03-02T05:00:00Z");
    private static final TimeSpan HOUR = minutes(0, 60);

    private static TimeSpan minutes(int from, int to) {
        return new TimeSpan(NOON.plus(Duration.ofMinutes(from)), NOON.plus(Duration.ofMinutes(to)));
    }

    @Test
    void whatIsThereAndWhatIsMissingStandsWhereItBelongs() {
        assertEquals("░░░░░░", SpanLine.cells(HOUR, List.of(), 6));
        assertEquals("██████", SpanLine.cells(HOUR, List.of(minutes(-5, 90)), 6));
        assertEquals("░█░░██", SpanLine.cells(HOUR, List.of(minutes(10, 20), minutes(40, 60)), 6));
    }

    @Test
    void theSmallestHoleOfALongSpanIsSeen() {
        TimeSpan first = new TimeSpan(HOUR.from(), NOON.plusMillis(1_799_999));
        assertEquals("██▒███", SpanLine.cells(HOUR, List.of(first, minutes(30, 60)), 6));
        assertEquals("▒░░░░░", SpanLine.cells(HOUR, List.of(new TimeSpan(NOON, NOON.plusMillis(1))), 6));
    }

    @Test
    void aCenturyFits() {
        TimeSpan century = new TimeSpan(NOON, NOON.plus(Duration.ofDays(36_500)));
        assertEquals("█".repeat(60), SpanLine.cells(century, List.of(century), 60));
    }
}
