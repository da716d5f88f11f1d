package vn.vigil.meeting;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.base.MessageKey;
import vn.vigil.calendar.Day;
import vn.vigil.calendar.PublicHolidays;
import vn.vigil.calendar.Quarter;

/**
 * Which meetings a year asks for: the core team on the first Monday of each quarter (clause 8.4a, A3), the committee's review once a
 * quarter (5.3, A4), the year's summary at its end (8.4f, A18). A day off moves a meeting to the next working day. Pure.
 *
 * @param firstWorkingDay the core team's on the first working day of the quarter instead
 * @param inForce nothing is due before the regulation is
 * @param trackFrom what was due before this day is not tracked
 */
record DueMeetings(PublicHolidays holidays, boolean firstWorkingDay, LocalDate inForce, LocalDate trackFrom) {
    /** In the order of their days. */
    List<Due> of(int year, LocalDate today, List<Meeting> meetings) {
        List<Due> all = new ArrayList<>();
        for (int q = 1; q <= 4; q++) {
            Quarter quarter = new Quarter(year, q);
            LocalDate core = firstWorkingDay ? quarter.first() : quarter.firstMonday();
            LocalDate moved = holidays.workingDayFrom(core);
            add(all, MeetingKind.CORE, quarter, core, moved, moved, today, meetings);
            LocalDate second = quarter.first().with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.MONDAY));
            add(
                    all,
                    MeetingKind.STEERING,
                    quarter,
                    second,
                    holidays.workingDayFrom(second),
                    quarter.last(),
                    today,
                    meetings);
        }
        LocalDate last = LocalDate.of(year, 12, 31);
        LocalDate working = last;
        while (!holidays.workday(working)) {
            working = working.minusDays(1);
        }
        add(all, MeetingKind.YEAR_END, new Quarter(year, 4), last, working, last, today, meetings);
        all.sort(Comparator.comparing(Due::date));
        return all;
    }

    /** The day of one kind in a quarter, moved past days off; null for what does not come round. */
    Due of(MeetingKind kind, Quarter quarter) {
        for (Due due : new DueMeetings(holidays, firstWorkingDay, LocalDate.MIN, LocalDate.MIN)
                .of(quarter.year(), LocalDate.MIN, List.of())) {
            if (due.kind() == kind && due.quarter().equals(quarter)) {
                return due;
            }
        }
        return null;
    }

    private void add(
            List<Due> all,
            MeetingKind kind,
            Quarter quarter,
            LocalDate regular,
            LocalDate date,
            LocalDate latest,
            LocalDate today,
            List<Meeting> meetings) {
        if (regular.isBefore(inForce)) {
            return;
        }
        Meeting meeting = null;
        for (Meeting m : meetings) {
            boolean same = m.kind() == kind && quarter.equals(m.quarter());
            // One that was called off counts only while there is no other.
            if (same && (meeting == null || meeting.state() == MeetingState.CANCELLED)) {
                meeting = m;
            }
        }
        Message reason = date.equals(regular) ? null : moved(regular, date);
        if (meeting == null) {
            MessageKey state = date.isBefore(trackFrom)
                    ? DueState.NOT_TRACKED
                    : today.isAfter(latest) ? DueState.OVERDUE : DueState.DUE;
            all.add(new Due(kind, quarter, date, regular, latest, reason, state, null));
            return;
        }
        LocalDate day = meeting.day();
        if (!meeting.reason().isEmpty()) {
            reason = MeetingText.REASON.with(meeting.reason());
        }
        LocalDate end = meeting.state() != MeetingState.CANCELLED && day.isAfter(latest) ? day : latest;
        boolean open = meeting.state().compareTo(MeetingState.OPEN) < 0 || meeting.state() == MeetingState.CANCELLED;
        MessageKey state = open && today.isAfter(end)
                ? DueState.OVERDUE
                : open && meeting.postponed() && meeting.state() != MeetingState.CANCELLED
                        ? DueState.POSTPONED
                        : meeting.state();
        all.add(new Due(kind, quarter, day, regular, end, reason, state, meeting.id()));
    }

    private Message moved(LocalDate regular, LocalDate date) {
        Day day = holidays.day(regular);
        Message why = day.name() == null ? MeetingText.WEEKEND.with() : day.name();
        return MeetingText.MOVED.with(MinutesWords.day(regular), why, MinutesWords.day(date));
    }
}
