package vn.vigil.roster.watch;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.people.Member;
import vn.vigil.roster.book.Book;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.Leave;
import vn.vigil.roster.book.Post;
import vn.vigil.roster.book.SeatRole;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Duty;
import vn.vigil.store.Tx;
import vn.vigil.text.Nearest;

/** Who is on watch, and who comes next. On the way of the quickest verbs: no lambdas, no formatters. */
final class Desk {
    /** How far ahead the next duty of a seat is looked for. */
    private static final Duration AHEAD = Duration.ofDays(3);

    /** How far back duties are read, so that who stays on from one duty to the next is known to be there. */
    private static final Duration BEHIND = Duration.ofDays(1);

    static final Comparator<Duty> IN_TIME = new InTime();

    private final Room room;

    Desk(Room room) {
        this.room = room;
    }

    /** One line a post and seat; a post that no shift of watchers covers has a line of its own, with nobody. */
    List<Stand> at(Tx tx, Instant at, StandFilter filter) throws SQLException {
        Scene scene = new Scene(tx, at);
        List<Stand> stands = new ArrayList<>();
        for (Post post : posts(scene.book, filter)) {
            if (!post.on(room.day(at))) {
                continue;
            }
            boolean watched = false;
            for (Duty duty : scene.duties) {
                if (duty.slot().post().id().equals(post.id()) && duty.span().contains(at)) {
                    watched |= duty.slot().key().role() == SeatRole.WATCHER;
                    stands.add(scene.stand(duty, at));
                }
            }
            if (!watched) {
                stands.add(scene.nobody(post, at));
            }
        }
        return stands;
    }

    /** What comes next on each of those seats. */
    List<Stand> next(Tx tx, Instant at, StandFilter filter) throws SQLException {
        Scene scene = new Scene(tx, at);
        List<Stand> stands = new ArrayList<>();
        for (Post post : posts(scene.book, filter)) {
            List<String> seen = new ArrayList<>();
            for (Duty duty : scene.duties) {
                String seat = duty.slot().key().role().id() + duty.slot().key().seat();
                if (duty.slot().post().id().equals(post.id())
                        && duty.span().from().isAfter(at)
                        && !seen.contains(seat)) {
                    seen.add(seat);
                    stands.add(scene.stand(duty, duty.span().from()));
                }
            }
        }
        return stands;
    }

    private List<Post> posts(Book book, StandFilter filter) {
        if (filter.post() != null && book.post(filter.post()) == null) {
            VigilException e =
                    new VigilException(ErrorKind.NOT_FOUND, "VG-WATCH-POST", WatchText.NO_POST.with(filter.post()));
            List<String> known = new ArrayList<>();
            for (Post post : book.posts()) {
                known.add(post.id());
            }
            String near = Nearest.of(filter.post(), known);
            throw near == null ? e : e.why(WatchText.DID_YOU_MEAN.with(near));
        }
        List<Post> posts = new ArrayList<>();
        for (Post post : book.posts()) {
            boolean named = filter.post() == null || filter.post().equals(post.id());
            boolean watches = filter.zones() == null
                    || post.zone() == null
                    || filter.zones().contains(post.zone());
            if (named && watches) {
                posts.add(post);
            }
        }
        return posts;
    }

    /** Everything that is read for one answer. */
    private final class Scene {
        final Book book;
        final List<Duty> duties;
        private final Presence.Chain chain;
        private final Map<MemberId, Member> members = new HashMap<>();
        private final List<Attendance> there;
        private final Set<DutyKind> expected = room.expected();

        Scene(Tx tx, Instant at) throws SQLException {
            LocalDate day = room.day(at);
            duties = room.plans().duties(tx, new TimeSpan(at.minus(BEHIND), at.plus(AHEAD)));
            duties.sort(IN_TIME);
            chain = new Presence.Chain(duties);
            book = room.books().book(tx, day.minusDays(1), day.plusDays(3));
            there = SqlAttendanceStore.days(tx, day.minusDays(2), day.plusDays(3), false);
            for (Member member : room.people().members(tx)) {
                members.put(member.id(), member);
            }
        }

        Stand stand(Duty duty, Instant at) {
            Attendance entry = Presence.entry(duty, there, chain, at);
            SlotKey key = duty.slot().key();
            Post post = duty.slot().post();
            return new Stand(
                    post.id(),
                    post.name(),
                    key,
                    duty.slot().shift().name(),
                    duty.slot().shift().kind(),
                    key.role(),
                    key.seat(),
                    person(duty.member()),
                    duty.body(),
                    duty.member() != null && away(duty.member(), at),
                    duty.span().from(),
                    duty.span().to(),
                    entry == null ? null : entry.in(),
                    Room.expects(expected, duty),
                    next(post, key.role(), key.seat(), duty.span().to()));
        }

        Stand nobody(Post post, Instant at) {
            Stand.Next next = next(post, SeatRole.WATCHER, 1, at);
            Instant until = next == null ? null : next.from();
            return new Stand(
                    post.id(),
                    post.name(),
                    null,
                    null,
                    null,
                    SeatRole.WATCHER,
                    1,
                    null,
                    null,
                    false,
                    null,
                    until,
                    null,
                    false,
                    next);
        }

        /** The earliest duty of a seat that begins at a moment or later. */
        private Stand.Next next(Post post, SeatRole role, int seat, Instant from) {
            for (Duty duty : duties) {
                SlotKey key = duty.slot().key();
                if (duty.slot().post().id().equals(post.id())
                        && key.role() == role
                        && key.seat() == seat
                        && !duty.span().from().isBefore(from)) {
                    return new Stand.Next(
                            key,
                            duty.slot().shift().name(),
                            person(duty.member()),
                            duty.body(),
                            duty.span().from());
                }
            }
            return null;
        }

        private Stand.Person person(MemberId id) {
            Member member = id == null ? null : members.get(id);
            return member == null ? null : new Stand.Person(id, member.name(), member.phone());
        }

        private boolean away(MemberId member, Instant at) {
            for (Leave leave : book.leaves()) {
                if (leave.member().equals(member) && leave.span().contains(at)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A class and no lambda: linking one costs milliseconds of every start. */
    private static final class InTime implements Comparator<Duty> {
        @Override
        public int compare(Duty a, Duty b) {
            int c = a.span().from().compareTo(b.span().from());
            return c != 0 ? c : a.slot().key().compareTo(b.slot().key());
        }
    }
}
