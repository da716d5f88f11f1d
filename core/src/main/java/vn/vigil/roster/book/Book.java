package vn.vigil.roster.book;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.MemberId;
import vn.vigil.calendar.DayClass;

/**
 * Everything that bears on the rosters of some days, read in one moment.
 *
 * @param days what sort of day each is
 */
public record Book(
        ZoneId zone,
        DayClasses days,
        List<Post> posts,
        List<Shift> shifts,
        List<Pattern> patterns,
        List<Watcher> watchers,
        List<Leave> leaves,
        List<Request> requests,
        Rules rules) {
    public Book {
        posts = List.copyOf(posts);
        shifts = List.copyOf(shifts);
        patterns = List.copyOf(patterns);
        watchers = List.copyOf(watchers);
        leaves = List.copyOf(leaves);
        requests = List.copyOf(requests);
    }

    /** Null when there is none. */
    public Post post(String id) {
        for (Post post : posts) {
            if (post.id().equals(id)) {
                return post;
            }
        }
        return null;
    }

    /** Null when there is none. */
    public Shift shift(String id) {
        for (Shift shift : shifts) {
            if (shift.id().equals(id)) {
                return shift;
            }
        }
        return null;
    }

    /** Null when that member takes no part. */
    public Watcher watcher(MemberId id) {
        for (Watcher watcher : watchers) {
            if (watcher.member().id().equals(id)) {
                return watcher;
            }
        }
        return null;
    }

    /** Every seat of the days from first to last, by day, start, shift, role and seat. */
    public List<Slot> slots(LocalDate first, LocalDate last) {
        List<Slot> slots = new ArrayList<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            DayClass dayClass = days.of(day);
            for (Shift shift : shifts) {
                Post post = post(shift.post());
                if (post != null && post.on(day) && shift.on(day, dayClass)) {
                    for (SeatRole role : SeatRole.values()) {
                        for (int seat = 1; seat <= shift.seats(role); seat++) {
                            slots.add(new Slot(
                                    new SlotKey(day, shift.id(), role, seat), post, shift, shift.span(day, zone)));
                        }
                    }
                }
            }
        }
        return slots;
    }
}
