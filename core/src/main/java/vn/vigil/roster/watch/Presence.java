package vn.vigil.roster.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.plan.Duty;

/** Reads from entries of attendance who was there when. Pure. */
final class Presence {
    private Presence() {}

    /** The entry by which the holder of a duty is there at a moment; null when there is none. */
    static Attendance entry(Duty duty, List<Attendance> rows, List<Duty> duties, Instant at) {
        for (Attendance row : rows) {
            if (row.holds()
                    && row.member().equals(duty.member())
                    && !row.in().isAfter(at)
                    && (row.out() == null || row.out().isAfter(at))
                    && keeps(row, duty, duties)) {
                return row;
            }
        }
        return null;
    }

    /** Whether the holder of a duty ever came to it before a moment. */
    static boolean came(Duty duty, List<Attendance> rows, List<Duty> duties, Instant before) {
        for (Attendance row : rows) {
            boolean late = row.out() != null && !row.out().isAfter(duty.span().from());
            if (row.holds() && row.in().isBefore(before) && !late) {
                if (row.member().equals(duty.member()) && keeps(row, duty, duties)
                        || row.slot().equals(duty.slot().key()) && row.how() == Attendance.How.PAPER) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean keeps(Attendance row, Duty duty, List<Duty> duties) {
        return row.slot().equals(duty.slot().key())
                || row.out() == null
                        && row.post().equals(duty.slot().post().id())
                        && row.end().compareTo(duty.span().from()) <= 0
                        && !reach(row, duties).isBefore(duty.span().to());
    }

    /** Until when an entry vouches: the end that it names, else the end of the duty, and of those that follow without a break. */
    static Instant reach(Attendance row, List<Duty> duties) {
        if (row.out() != null) {
            return row.out();
        }
        Instant end = row.end();
        boolean longer = true;
        while (longer) {
            longer = false;
            for (Duty duty : duties) {
                if (duty.span().from().equals(end)
                        && row.member().equals(duty.member())
                        && row.post().equals(duty.slot().post().id())) {
                    end = duty.span().to();
                    longer = true;
                    break;
                }
            }
        }
        return end;
    }

    /**
     * When somebody was at a post for certain, as far as entries of watchers tell, up to a moment. Who goes off watch stays until
     * the next one comes, unless it is on record that they left before.
     *
     * @param paper whether only entries from the paper book are asked for, or only the others
     */
    static List<TimeSpan> at(String post, List<Attendance> rows, List<Duty> duties, boolean paper, Instant now) {
        List<TimeSpan> spans = new ArrayList<>();
        for (Attendance row : rows) {
            if (!row.holds()
                    || !row.post().equals(post)
                    || row.slot().role() != SeatRole.WATCHER
                    || (row.how() == Attendance.How.PAPER) != paper) {
                continue;
            }
            Instant end = reach(row, duties);
            if (row.out() == null) {
                Instant comes = comes(post, rows, end);
                end = comes == null ? end : comes;
            }
            TimeSpan span = Spans.between(row.in(), Spans.earlier(end, now));
            if (span != null) {
                spans.add(span);
            }
        }
        return Spans.union(spans);
    }

    /** When the first of those came whose duty at a post begins at a moment; null when they were in time, or nobody came. */
    private static Instant comes(String post, List<Attendance> rows, Instant shiftChange) {
        Instant first = null;
        for (Attendance row : rows) {
            if (row.holds()
                    && row.post().equals(post)
                    && row.slot().role() == SeatRole.WATCHER
                    && row.due().equals(shiftChange)
                    && (first == null || row.in().isBefore(first))) {
                first = row.in();
            }
        }
        return first == null || !first.isAfter(shiftChange) ? null : first;
    }
}
