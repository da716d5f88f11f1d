package vn.vigil.roster.paper;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.people.Member;
import vn.vigil.people.OutsideBody;
import vn.vigil.people.People;
import vn.vigil.roster.book.Book;
import vn.vigil.roster.book.Books;
import vn.vigil.roster.book.DutyKind;
import vn.vigil.roster.book.Post;
import vn.vigil.roster.book.Shift;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Cell;
import vn.vigil.roster.plan.Duty;
import vn.vigil.roster.plan.Plans;
import vn.vigil.store.Tx;

/**
 * The roster of some days with how it came to be, read in one moment.
 *
 * @param slots every seat that is to be filled, in order
 * @param duties who has them
 * @param cells the seats' holders without what is laid over them
 * @param bodies whom to call outside
 * @param changes what happened to each seat, also to seats that are no more
 * @param publications the oldest first
 * @param mark tells the site from others
 */
record RosterFacts(
        LocalDate first,
        LocalDate last,
        ZoneId zone,
        Book book,
        List<Slot> slots,
        Map<SlotKey, List<Duty>> duties,
        Map<SlotKey, Cell> cells,
        Map<MemberId, Member> members,
        List<OutsideBody> bodies,
        Map<SlotKey, List<SeatChange>> changes,
        List<Published> publications,
        String mark) {

    static RosterFacts read(
            Tx tx, Books books, Plans plans, People people, List<OutsideBody> bodies, LocalDate first, LocalDate last)
            throws SQLException {
        Book book = books.book(tx, first, last);
        // A shift of the last day may last into the day after.
        TimeSpan span = new TimeSpan(
                first.atStartOfDay(book.zone()).toInstant(),
                last.plusDays(3).atStartOfDay(book.zone()).toInstant());
        Map<SlotKey, List<Duty>> duties = new LinkedHashMap<>();
        List<Slot> slots = book.slots(first, last);
        for (Slot slot : slots) {
            duties.put(slot.key(), new ArrayList<>());
        }
        for (Duty duty : plans.duties(tx, span)) {
            List<Duty> of = duties.get(duty.slot().key());
            if (of != null) {
                of.add(duty);
            }
        }
        Map<MemberId, Member> members = new HashMap<>();
        for (Member member : people.members(tx)) {
            members.put(member.id(), member);
        }
        return new RosterFacts(
                first,
                last,
                book.zone(),
                book,
                slots,
                duties,
                SqlPaperStore.cells(tx, first, last),
                members,
                bodies,
                SqlPaperStore.changes(tx, first, last),
                SqlPaperStore.publications(tx, first, last),
                SqlPaperStore.siteMark(tx));
    }

    /** The duties of a seat, cut where the holder changes. */
    List<Duty> duties(SlotKey key) {
        return duties.getOrDefault(key, List.of());
    }

    /** How a seat came to be as it is. */
    SeatHistory history(Slot slot) {
        return SeatHistory.of(
                slot.span(),
                body(slot.shift()),
                changes.getOrDefault(slot.key(), List.of()),
                Piece.of(duties(slot.key())));
    }

    private static String body(Shift shift) {
        return shift.kind() == DutyKind.GUARD ? shift.body() : null;
    }

    /** Seats that are to be filled and seats that once were, by day, start and seat. */
    List<Slot> slotsAndFormer() {
        List<Slot> all = new ArrayList<>(slots);
        for (SlotKey key : new TreeSet<>(changes.keySet())) {
            Shift shift = duties.containsKey(key) ? null : book.shift(key.shift());
            Post post = shift == null ? null : book.post(shift.post());
            if (post != null) {
                all.add(new Slot(key, post, shift, shift.span(key.day(), zone)));
            }
        }
        all.sort(java.util.Comparator.comparing((Slot s) -> s.key().day())
                .thenComparing(s -> s.span().from())
                .thenComparing(Slot::key));
        return all;
    }

    /** A member's name; the id where the member is gone. */
    String name(MemberId id) {
        Member member = members.get(id);
        return member == null ? id.value() : member.name();
    }

    /** Null when none is known. */
    String phone(MemberId id) {
        Member member = id == null ? null : members.get(id);
        return member == null ? null : member.phone();
    }

    /** An outside body's name; the id where nobody entered it. */
    String bodyName(String id) {
        for (OutsideBody body : bodies) {
            if (body.id().equals(id)) {
                return body.name();
            }
        }
        return id;
    }

    /** Null when none is known. */
    String bodyPhone(String id) {
        for (OutsideBody body : bodies) {
            if (body.id().equals(id)) {
                return body.phone();
            }
        }
        return null;
    }

    /** Those publications that are the latest word on a day, in the order of publishing. */
    Collection<Published> current() {
        Set<Published> latest = new LinkedHashSet<>();
        Map<Published, Boolean> found = new HashMap<>();
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            Published of = published(day);
            if (of != null) {
                found.put(of, true);
            }
        }
        for (Published one : publications) {
            if (found.containsKey(one)) {
                latest.add(one);
            }
        }
        return latest;
    }

    /** The latest published roster that holds a day; null when there is none. */
    Published published(LocalDate day) {
        Published of = null;
        for (Published one : publications) {
            of = one.holds(day) ? one : of;
        }
        return of;
    }

    /** Whether each day of it is published. */
    boolean published() {
        for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
            if (published(day) == null) {
                return false;
            }
        }
        return true;
    }

    /** How many seats have, in whole or in part, another holder than the published roster says. */
    int changedSincePublished() {
        int changed = 0;
        for (Slot slot : slots) {
            Published of = published(slot.key().day());
            if (of != null) {
                List<Piece> now = Piece.of(duties(slot.key()));
                MemberId then = null;
                for (SeatChange change : changes.getOrDefault(slot.key(), List.of())) {
                    if (change instanceof SeatChange.Published p
                            && p.publication().equals(of.id())) {
                        then = p.member();
                    }
                }
                MemberId was = then;
                changed +=
                        now.size() == 1 && java.util.Objects.equals(now.get(0).member(), was) ? 0 : 1;
            }
        }
        return changed;
    }
}
