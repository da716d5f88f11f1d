package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.MemberId;
import vn.vigil.roster.book.Book;
import vn.vigil.roster.book.Books;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.book.Watcher;
import vn.vigil.store.Tx;

/**
 * Everything that is known of some days, read in one moment.
 *
 * @param first first day
 * @param last last day
 * @param slots every seat that begins on those days
 * @param cells the seats with a holder
 * @param duties who stands each seat, overrides laid over
 */
record Scene(
        Book book,
        Engagements engagements,
        LocalDate first,
        LocalDate last,
        Map<SlotKey, Slot> slots,
        Map<SlotKey, Cell> cells,
        List<Duty> duties) {
    static Scene read(Tx tx, Books books, Engagements engagements, LocalDate first, LocalDate last)
            throws SQLException {
        return of(
                books.book(tx, first, last),
                engagements,
                first,
                last,
                SqlPlanStore.cells(tx, first, last),
                SqlPlanStore.stretches(tx, first, last));
    }

    static Scene of(
            Book book,
            Engagements engagements,
            LocalDate first,
            LocalDate last,
            Map<SlotKey, Cell> cells,
            List<Stretch> stretches) {
        List<Slot> all = book.slots(first, last);
        Map<SlotKey, Slot> slots = new LinkedHashMap<>();
        for (Slot slot : all) {
            slots.put(slot.key(), slot);
        }
        return new Scene(book, engagements, first, last, slots, cells, duties(book, all, cells, stretches));
    }

    /** Who stands the slots; seats of those who are no members that day are empty, whatever is written down. */
    static List<Duty> duties(Book book, List<Slot> slots, Map<SlotKey, Cell> cells, List<Stretch> stretches) {
        Map<SlotKey, Cell> held = new HashMap<>();
        for (Map.Entry<SlotKey, Cell> e : cells.entrySet()) {
            if (there(book, e.getValue().member(), e.getKey().day())) {
                held.put(e.getKey(), e.getValue());
            }
        }
        List<Stretch> stood = new ArrayList<>();
        for (Stretch stretch : stretches) {
            if (there(book, stretch.member(), stretch.slot().day())) {
                stood.add(stretch);
            }
        }
        return Duties.of(slots, held, stood);
    }

    private static boolean there(Book book, MemberId member, LocalDate day) {
        Watcher w = book.watcher(member);
        return w == null || w.member().on(day);
    }

    /** The same days with other holders. */
    Scene with(Map<SlotKey, Cell> others) {
        List<Slot> all = List.copyOf(slots.values());
        return new Scene(book, engagements, first, last, slots, others, duties(book, all, others, List.of()));
    }

    /** What each member stands. */
    Map<MemberId, List<Turn>> turns() {
        Map<MemberId, List<Turn>> turns = new HashMap<>();
        for (Duty duty : duties) {
            if (duty.member() != null) {
                turns.computeIfAbsent(duty.member(), m -> new ArrayList<>()).add(new Turn(duty.slot(), duty.span()));
            }
        }
        return turns;
    }

    Life life(MemberId member) {
        List<Turn> turns = new ArrayList<>();
        for (Duty duty : duties) {
            if (member.equals(duty.member())) {
                turns.add(new Turn(duty.slot(), duty.span()));
            }
        }
        return new Life(book, member, engagements, turns);
    }

    /** Whether members stand that seat, and not an outside body unnamed; who leads guards is a member all the same. */
    static boolean ours(Slot slot) {
        return Duties.body(slot) == null;
    }

    /** Seats that begin on the days from first to last and that members stand. */
    List<Slot> seats(LocalDate from, LocalDate to) {
        List<Slot> seats = new ArrayList<>();
        for (Slot slot : slots.values()) {
            LocalDate day = slot.key().day();
            if (ours(slot) && !day.isBefore(from) && !day.isAfter(to)) {
                seats.add(slot);
            }
        }
        return seats;
    }

    /** Duties that begin on the days from first to last. */
    List<Duty> duties(LocalDate from, LocalDate to) {
        List<Duty> some = new ArrayList<>();
        for (Duty duty : duties) {
            LocalDate day = duty.slot().key().day();
            if (!day.isBefore(from) && !day.isAfter(to)) {
                some.add(duty);
            }
        }
        return some;
    }
}
