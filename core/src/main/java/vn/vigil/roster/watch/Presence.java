package vn.vigil.roster.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.plan.Duty;

/** Reads from entries of attendance who was there when. Pure. */
final class Presence {
    private Presence() {}

    /** The entry by which the holder of a duty is there at a moment; null when there is none. */
    static Attendance entry(Duty duty, List<Attendance> rows, Chain chain, Instant at) {
        for (Attendance row : rows) {
            if (row.holds()
                    && row.member().equals(duty.member())
                    && !row.in().isAfter(at)
                    && (row.out() == null || row.out().isAfter(at))
                    && keeps(row, duty, chain)) {
                return row;
            }
        }
        return null;
    }

    /** Whether the holder of a duty ever came to it before a moment. */
    static boolean came(Duty duty, List<Attendance> rows, Chain chain, Instant before) {
        for (Attendance row : rows) {
            boolean late = row.out() != null && !row.out().isAfter(duty.span().from());
            if (row.holds() && row.in().isBefore(before) && !late) {
                if (row.member().equals(duty.member()) && keeps(row, duty, chain)
                        || row.slot().equals(duty.slot().key()) && row.how() == Attendance.How.PAPER) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean keeps(Attendance row, Duty duty, Chain chain) {
        return row.slot().equals(duty.slot().key())
                || row.out() == null
                        && row.post().equals(duty.slot().post().id())
                        && row.end().compareTo(duty.span().from()) <= 0
                        && !chain.reach(row).isBefore(duty.span().to());
    }

    /** A duty that begins where another ends: whose, at which post, when. */
    private record Next(MemberId member, String post, Instant from) {}

    /** Duties by where they begin, for looking up what follows without a break. */
    static final class Chain {
        private final Map<Next, Instant> ends = new HashMap<>();

        Chain(List<Duty> duties) {
            for (Duty duty : duties) {
                ends.putIfAbsent(
                        new Next(
                                duty.member(),
                                duty.slot().post().id(),
                                duty.span().from()),
                        duty.span().to());
            }
        }

        /** Until when an entry vouches: the end that it names, else the end of the duty, and of those that follow without a break. */
        Instant reach(Attendance row) {
            Instant end = row.out() != null ? row.out() : row.end();
            Instant more = row.out() != null ? null : ends.get(new Next(row.member(), row.post(), end));
            while (more != null) {
                end = more;
                more = ends.get(new Next(row.member(), row.post(), end));
            }
            return end;
        }
    }

    /**
     * When somebody was at a post for certain, as far as entries of watchers tell, up to a moment. Who goes off watch stays until
     * the next one comes, unless it is on record that they left before.
     *
     * @param paper whether only entries from the paper book are asked for, or only the others
     */
    static List<TimeSpan> at(String post, List<Attendance> rows, Chain chain, boolean paper, Instant now) {
        List<TimeSpan> spans = new ArrayList<>();
        Map<Instant, Instant> relief = relief(post, rows);
        for (Attendance row : rows) {
            if (!row.holds()
                    || !row.post().equals(post)
                    || row.slot().role() != SeatRole.WATCHER
                    || (row.how() == Attendance.How.PAPER) != paper) {
                continue;
            }
            Instant end = chain.reach(row);
            if (row.out() == null) {
                end = Spans.later(end, relief.getOrDefault(end, end));
            }
            TimeSpan span = Spans.between(row.in(), Spans.earlier(end, now));
            if (span != null) {
                spans.add(span);
            }
        }
        return Spans.union(spans);
    }

    /** When the first of the watchers of a post came whose duty begins at a moment, by that moment. */
    private static Map<Instant, Instant> relief(String post, List<Attendance> rows) {
        Map<Instant, Instant> first = new HashMap<>();
        for (Attendance row : rows) {
            if (row.holds() && row.post().equals(post) && row.slot().role() == SeatRole.WATCHER) {
                first.merge(row.due(), row.in(), Spans::earlier);
            }
        }
        return first;
    }
}
