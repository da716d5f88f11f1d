package vn.vigil.roster.book;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import vn.vigil.base.TimeSpan;
import vn.vigil.calendar.DayClass;

/**
 * A shift as it recurs: the template of its slots.
 *
 * @param id short name, unique in the site
 * @param post the post it is stood at
 * @param name what papers call it, NFC
 * @param start local time
 * @param end local time; on the following day when {@code nextDay}
 * @param nextDay whether it crosses midnight, which must be said; at most 24 h long
 * @param kind how it is stood
 * @param watchers seats of {@link SeatRole#WATCHER}, 0–9
 * @param leads seats of {@link SeatRole#LEAD}, 0–9
 * @param days classes of days on which it begins
 * @param handoverMinutes how long the outgoing person stays beyond the end, 0–120; no cover of its own
 * @param counts whether it is working time of its holder
 * @param body outside body that stands it without naming persons; null except for {@link DutyKind#GUARD}
 * @param from first day on which it begins
 * @param until last day on which it begins; null: open
 */
public record Shift(
        String id,
        String post,
        String name,
        LocalTime start,
        LocalTime end,
        boolean nextDay,
        DutyKind kind,
        int watchers,
        int leads,
        Set<DayClass> days,
        int handoverMinutes,
        boolean counts,
        String body,
        LocalDate from,
        LocalDate until) {
    public Shift {
        days = Set.copyOf(days);
    }

    /** Whether it is stood on a day of this class. */
    public boolean on(LocalDate day, DayClass dayClass) {
        return !day.isBefore(from) && (until == null || !day.isAfter(until)) && days.contains(dayClass);
    }

    public int seats(SeatRole role) {
        return role == SeatRole.WATCHER ? watchers : leads;
    }

    /**
     * The true time of the shift that begins on a day. Where the clock is set back, the start is the first and the end the last
     * time the clock shows it; a time that the clock skips is the moment after the skip.
     */
    public TimeSpan span(LocalDate day, ZoneId zone) {
        ZonedDateTime first = day.atTime(start).atZone(zone).withEarlierOffsetAtOverlap();
        ZonedDateTime last =
                (nextDay ? day.plusDays(1) : day).atTime(end).atZone(zone).withLaterOffsetAtOverlap();
        return new TimeSpan(first.toInstant(), last.toInstant());
    }
}
