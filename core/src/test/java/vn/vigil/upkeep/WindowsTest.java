package vn.vigil.upkeep;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.vigil.base.CaseId;
import vn.vigil.base.TimeSpan;

/** Which time is maintenance, and which of it was planned beforehand. All on one day; hours as on the clock. */
class WindowsTest {
    private static final CaseId A = new CaseId("MNT", 2026, 1);
    private static final CaseId B = new CaseId("MNT", 2026, 2);

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T" + time + ":00Z");
    }

    /** {@code "08:00 10:00 12:00"}: entered at eight, from ten to twelve. */
    private static List<WindowVersion> entered(String... rows) {
        List<WindowVersion> versions = new ArrayList<>();
        for (String row : rows) {
            String[] t = row.split(" ");
            versions.add(new WindowVersion(at(t[0]), at(t[1]), at(t[2])));
        }
        return versions;
    }

    /** {@code "10:00-12:00 planned"} for each span. */
    private static List<String> shown(List<MaintenanceSpan> spans) {
        List<String> lines = new ArrayList<>();
        for (MaintenanceSpan s : spans) {
            lines.add(s.span().from().toString().substring(11, 16) + "-"
                    + s.span().to().toString().substring(11, 16) + (s.plannedBeforehand() ? " planned" : " unplanned"));
        }
        return lines;
    }

    private static List<String> of(String... rows) {
        return shown(Windows.of(A, entered(rows)));
    }

    @Test
    void aWindowEnteredBeforeItBeginsIsPlanned() {
        assertEquals(List.of("10:00-12:00 planned"), of("08:00 10:00 12:00"));
        assertEquals(List.of("10:00-12:00 planned"), of("10:00 10:00 12:00"), "at the very beginning is in time");
    }

    @Test
    void aWindowEnteredAMinuteLateIsNotPlannedNotEvenItsRest() {
        assertEquals(List.of("10:00-12:00 unplanned"), of("10:01 10:00 12:00"));
        assertEquals(List.of("10:00-12:00 unplanned"), of("15:00 10:00 12:00"));
    }

    @Test
    void workDoneEarlyEndsItsWindow() {
        assertEquals(List.of("10:00-11:00 planned"), of("08:00 10:00 12:00", "11:00 10:00 11:00"));
        assertEquals(
                List.of("10:00-11:00 planned"),
                of("08:00 10:00 12:00", "15:00 10:00 11:00"),
                "also when that is said hours later");
    }

    @Test
    void whatIsProlongedCountsFromThatEntryOnly() {
        assertEquals(
                List.of("10:00-14:00 planned"),
                of("08:00 10:00 12:00", "11:30 10:00 14:00"),
                "in time: nothing is lost");
        assertEquals(
                List.of("10:00-12:00 planned", "12:00-12:30 unplanned", "12:30-14:00 planned"),
                of("08:00 10:00 12:00", "12:30 10:00 14:00"));
        assertEquals(
                List.of("10:00-12:00 planned", "12:00-14:00 unplanned"),
                of("08:00 10:00 12:00", "16:00 10:00 14:00"),
                "afterwards: the rest is no plan");
    }

    @Test
    void whatWasShortenedAndGivenBackAfterwardsWasNotAnnouncedWhenItCame() {
        assertEquals(
                List.of("10:00-11:00 planned", "11:00-12:00 unplanned"),
                of("08:00 10:00 12:00", "09:00 10:00 11:00", "13:00 10:00 12:00"));
    }

    @Test
    void prolongingDoesNotMakeAPlanOfWorkThatHadNone() {
        assertEquals(List.of("10:00-14:00 unplanned"), of("10:30 10:00 12:00", "11:00 10:00 14:00"));
    }

    @Test
    void aBeginningMovedForwardCountsFromThatEntry() {
        assertEquals(List.of("09:00-12:00 planned"), of("08:00 10:00 12:00", "08:30 09:00 12:00"));
        assertEquals(
                List.of("09:00-09:30 unplanned", "09:30-12:00 planned"), of("08:00 10:00 12:00", "09:30 09:00 12:00"));
    }

    @Test
    void aWindowMovedToATimeStillToComeIsPlannedWhateverItWas() {
        assertEquals(List.of("16:00-18:00 planned"), of("08:00 10:00 12:00", "09:00 16:00 18:00"));
        assertEquals(List.of("16:00-18:00 planned"), of("11:00 10:00 12:00", "13:00 16:00 18:00"));
    }

    @Test
    void aCancelledWindowIsNone() {
        assertEquals(List.of(), of("08:00 10:00 12:00", "09:00 10:00 10:00"));
        assertEquals(
                List.of("10:00-11:00 planned"),
                of("08:00 10:00 12:00", "11:00 10:00 11:00"),
                "in the middle: until then");
    }

    @Test
    void overlappingWorksAreOneTimeAndOnePlanIsEnough() {
        TimeSpan day = new TimeSpan(at("00:00"), at("23:59"));
        List<MaintenanceSpan> both = new ArrayList<>(Windows.of(A, entered("08:00 10:00 12:00")));
        both.addAll(Windows.of(B, entered("15:00 11:00 13:00")));
        List<MaintenanceSpan> merged = Windows.merged(both, day);
        assertEquals(List.of("10:00-11:00 planned", "11:00-12:00 planned", "12:00-13:00 unplanned"), shown(merged));
        assertEquals(List.of(A, B), merged.get(1).works());
        assertEquals(List.of(B), merged.get(2).works());
    }

    @Test
    void severalWindowsStayApartAndAreCutToTheAskedTime() {
        List<MaintenanceSpan> all = new ArrayList<>(Windows.of(A, entered("08:00 10:00 12:00")));
        all.addAll(Windows.of(B, entered("08:00 12:00 13:00")));
        all.addAll(Windows.of(B, entered("08:00 15:00 18:00")));
        assertEquals(
                List.of("11:00-12:00 planned", "12:00-13:00 planned", "15:00-16:00 planned"),
                shown(Windows.merged(all, new TimeSpan(at("11:00"), at("16:00")))));
        assertEquals(List.of(), shown(Windows.merged(all, new TimeSpan(at("13:00"), at("15:00")))), "half-open");
    }
}
