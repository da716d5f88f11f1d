package vn.vigil.onvif;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.TimeSpan;

class CoverageFoldTest {
    private static Instant at(String clock) {
        return Instant.parse("2026-03-02T" + clock + ":00Z");
    }

    private static TimeSpan span(String from, String to) {
        return new TimeSpan(at(from), at(to));
    }

    private static CoverageFold.Event event(String time, String track, boolean present) {
        return new CoverageFold.Event(at(time), track, present, false);
    }

    private static Recording recording(String from, String to) {
        return new Recording(
                "R1",
                "gate",
                from == null ? null : at(from),
                to == null ? null : at(to),
                "Recording",
                List.of(new Recording.Track("V", "Video", null, null), new Recording.Track("A", "Audio", null, null)));
    }

    private static final TimeSpan ASKED = span("07:00", "08:00");

    @Test
    void aHoleIsSeen() {
        Coverage c = CoverageFold.fold(
                List.of(
                        new CoverageFold.Event(at("07:00"), "V", true, true),
                        event("07:40", "V", true),
                        event("07:20", "V", false)),
                recording("01:00", "09:00"),
                ASKED);
        assertEquals(List.of(span("07:00", "07:20"), span("07:40", "08:00")), c.spans());
        assertEquals(Coverage.Source.EVENTS, c.source());
    }

    @Test
    void soundIsNoFootage() {
        Coverage c = CoverageFold.fold(
                List.of(
                        new CoverageFold.Event(at("07:00"), "A", true, true),
                        new CoverageFold.Event(at("07:00"), "V", false, true),
                        event("07:30", "V", true)),
                recording("01:00", "09:00"),
                ASKED);
        assertEquals(List.of(span("07:30", "08:00")), c.spans());
    }

    @Test
    void withoutAStartStateWhatEndsHadBegunBefore() {
        Coverage c = CoverageFold.fold(
                List.of(event("07:20", "V", false), event("07:30", "V", true)), recording("01:00", "09:00"), ASKED);
        assertEquals(List.of(span("07:00", "07:20"), span("07:30", "08:00")), c.spans());
    }

    @Test
    void footageIsNotClaimedBeyondTheRecordingsEnds() {
        List<CoverageFold.Event> events = List.of(new CoverageFold.Event(at("06:00"), "V", true, true));
        assertEquals(
                List.of(span("07:10", "07:50")),
                CoverageFold.fold(events, recording("07:10", "07:50"), ASKED).spans());
        assertEquals(
                List.of(),
                CoverageFold.fold(events, recording("01:00", "06:30"), ASKED).spans());
    }

    @Test
    void withoutEventsTheRecordingsEndsAreAllThatIsKnown() {
        Coverage c = CoverageFold.fold(List.of(), recording("07:30", "09:00"), ASKED);
        assertEquals(List.of(span("07:30", "08:00")), c.spans());
        assertEquals(Coverage.Source.EXTENT, c.source());
        assertEquals(List.of(), CoverageFold.fold(List.of(), null, ASKED).spans());
        assertEquals(
                List.of(),
                CoverageFold.fold(List.of(), recording(null, null), ASKED).spans());
    }

    @Test
    void eventsOutsideTheAskedSpanMakeNoSpan() {
        Coverage c = CoverageFold.fold(
                List.of(new CoverageFold.Event(at("07:00"), "V", false, true), event("08:00", "V", true)),
                recording("01:00", "09:00"),
                ASKED);
        assertEquals(List.of(), c.spans());
        assertEquals(Coverage.Source.EVENTS, c.source());
    }
}
