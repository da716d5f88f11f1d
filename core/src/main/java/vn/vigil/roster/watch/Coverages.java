package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.people.Member;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.Post;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.plan.Duty;
import vn.vigil.store.Tx;

/** Counts how the watch was kept. */
final class Coverages {
    private final Room room;

    Coverages(Room room) {
        this.room = room;
    }

    Coverage of(Tx tx, TimeSpan asked) throws SQLException {
        Instant now = room.now();
        TimeSpan span = Spans.between(asked.from(), Spans.earlier(asked.to(), now));
        if (span == null) {
            return new Coverage(null, List.of(), List.of(), 0, List.of());
        }
        LocalDate first = room.day(span.from());
        LocalDate last = room.day(span.to());
        // What begins within a day before and after bears on who stayed until whom.
        List<Duty> duties = new ArrayList<>(room.plans()
                .duties(
                        tx,
                        new TimeSpan(span.from().minusSeconds(86_400), span.to().plusSeconds(86_400))));
        duties.sort(Desk.IN_TIME);
        List<Attendance> rows = SqlAttendanceStore.days(tx, first.minusDays(3), last.plusDays(1), false);
        Set<DutyKind> expected = room.expected();
        Presence.Chain chain = new Presence.Chain(duties);
        List<Coverage.OfPost> posts = new ArrayList<>();
        for (Post post : room.books().book(tx, first, last).posts()) {
            TimeSpan watched = Spans.both(span, validity(post, span));
            if (watched != null) {
                posts.add(post(post, watched, duties, chain, rows, expected, now));
            }
        }
        List<Coverage.NoShow> noShows = new ArrayList<>();
        int over = 0;
        for (Duty duty : duties) {
            over += over(duty, span, expected, now) ? 1 : 0;
            if (over(duty, span, expected, now)
                    && !Presence.came(duty, rows, chain, duty.span().to())) {
                noShows.add(new Coverage.NoShow(duty.slot().key().toString(), duty.member(), duty.span()));
            }
        }
        return new Coverage(span, posts, members(tx, span, duties, chain, rows, noShows, now), over, noShows);
    }

    private TimeSpan validity(Post post, TimeSpan span) {
        Instant from = post.from().atStartOfDay(room.zone()).toInstant();
        Instant to = post.until() == null
                ? Spans.later(span.to(), from).plusSeconds(1)
                : post.until().plusDays(1).atStartOfDay(room.zone()).toInstant();
        return new TimeSpan(from, to);
    }

    /** Whether a duty that began within the span, so that two spans never share one, is over and its holder was to say that they came. */
    private static boolean over(Duty duty, TimeSpan span, Set<DutyKind> expected, Instant now) {
        return Room.expects(expected, duty)
                && span.contains(duty.span().from())
                && !duty.span().to().isAfter(now);
    }

    private static Coverage.OfPost post(
            Post post,
            TimeSpan span,
            List<Duty> duties,
            Presence.Chain chain,
            List<Attendance> rows,
            Set<DutyKind> expected,
            Instant now) {
        List<TimeSpan> planned = new ArrayList<>();
        List<TimeSpan> guards = new ArrayList<>();
        List<TimeSpan> assumed = new ArrayList<>();
        for (Duty duty : duties) {
            if (duty.slot().post().id().equals(post.id())
                    && duty.slot().key().role() == SeatRole.WATCHER
                    && !duty.open()) {
                planned.add(duty.span());
                // Where entering is expected, only an entry counts.
                if (!expected.contains(duty.slot().shift().kind())) {
                    (duty.member() == null ? guards : assumed).add(duty.span());
                }
            }
        }
        List<TimeSpan> entered = Spans.both(Presence.at(post.id(), rows, chain, false, now), span);
        List<TimeSpan> paper = Spans.both(Presence.at(post.id(), rows, chain, true, now), span);
        List<TimeSpan> kept = new ArrayList<>(entered);
        long[] minutes = new long[4];
        minutes[0] = minutes(entered);
        int i = 1;
        for (List<TimeSpan> more : List.of(paper, guards, assumed)) {
            List<TimeSpan> own = Spans.without(Spans.both(Spans.union(more), span), Spans.union(kept));
            minutes[i++] = minutes(own);
            kept.addAll(own);
        }
        List<TimeSpan> gaps = Spans.without(List.of(span), Spans.union(kept));
        int lateDuties = 0;
        long late = 0;
        for (Attendance row : rows) {
            if (row.holds() && row.post().equals(post.id()) && span.contains(row.due()) && row.lateMinutes() > 0) {
                lateDuties++;
                late += row.lateMinutes();
            }
        }
        return new Coverage.OfPost(
                post.id(),
                post.name(),
                span,
                minutes(List.of(span)),
                minutes(Spans.both(Spans.union(planned), span)),
                minutes(Spans.union(kept)),
                minutes[0],
                minutes[1],
                minutes[2],
                minutes[3],
                lateDuties,
                late,
                gaps);
    }

    private List<Coverage.OfMember> members(
            Tx tx,
            TimeSpan span,
            List<Duty> duties,
            Presence.Chain chain,
            List<Attendance> rows,
            List<Coverage.NoShow> noShows,
            Instant now)
            throws SQLException {
        Map<MemberId, String> names = new TreeMap<>();
        for (Member member : room.people().members(tx)) {
            names.put(member.id(), member.name());
        }
        List<Coverage.OfMember> all = new ArrayList<>();
        for (Map.Entry<MemberId, String> member : names.entrySet()) {
            List<TimeSpan> planned = new ArrayList<>();
            for (Duty duty : duties) {
                if (member.getKey().equals(duty.member())) {
                    planned.add(duty.span());
                }
            }
            List<TimeSpan> kept = new ArrayList<>();
            List<TimeSpan> paper = new ArrayList<>();
            int lateDuties = 0;
            long late = 0;
            for (Attendance row : rows) {
                TimeSpan there = row.member().equals(member.getKey()) && row.holds()
                        ? Spans.between(row.in(), Spans.earlier(chain.reach(row), now))
                        : null;
                if (there != null) {
                    kept.add(there);
                    if (row.how() == Attendance.How.PAPER) {
                        paper.add(there);
                    }
                    if (span.contains(row.due()) && row.lateMinutes() > 0) {
                        lateDuties++;
                        late += row.lateMinutes();
                    }
                }
            }
            int missed = 0;
            for (Coverage.NoShow noShow : noShows) {
                missed += noShow.member().equals(member.getKey()) ? 1 : 0;
            }
            long plannedMinutes = minutes(Spans.both(Spans.union(planned), span));
            long keptMinutes = minutes(Spans.both(Spans.union(kept), span));
            if (plannedMinutes > 0 || keptMinutes > 0) {
                all.add(new Coverage.OfMember(
                        member.getKey(),
                        member.getValue(),
                        plannedMinutes,
                        keptMinutes,
                        minutes(Spans.both(Spans.union(paper), span)),
                        lateDuties,
                        late,
                        missed));
            }
        }
        return all;
    }

    private static long minutes(List<TimeSpan> spans) {
        return Spans.length(spans).toMinutes();
    }
}
