package vn.vigil.meeting;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.calendar.Quarter;

/**
 * A meeting to be planned.
 *
 * @param quarter for which a regular one is; null: that of its day, or the next that is due
 * @param date null: the day by the rule; for what has no rule, today
 * @param time null: 08:00
 * @param length null: 90 minutes
 * @param place or null
 * @param chair id or name; null: whoever has the chair that day
 * @param secretary id or name; null: the setting's
 * @param reason why on another day than the rule's; or null
 * @param incident what an urgent one is about; or null
 * @param guests names of those who are no members
 */
public record PlanMeeting(
        MeetingKind kind,
        Quarter quarter,
        LocalDate date,
        LocalTime time,
        Duration length,
        String place,
        String chair,
        String secretary,
        String reason,
        CaseId incident,
        List<String> guests) {
    public PlanMeeting {
        guests = List.copyOf(guests);
    }
}
