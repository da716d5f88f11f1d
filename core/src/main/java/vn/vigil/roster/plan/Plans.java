package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.roster.book.Book;
import vn.vigil.roster.book.Books;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/**
 * The roster. Every change is a ledger entry of the same transaction. Safe for several threads.
 */
public final class Plans {
    private final Config config;
    private final Store store;
    private final Books books;
    private final StandIns standIns;
    private final Changes changes;

    public Plans(World world, Config config, Store store, Ledger ledger, People people, Books books) {
        this.config = config;
        this.store = store;
        this.books = books;
        Engagements engagements = Engagements.NONE;
        this.standIns = new StandIns(books, engagements);
        this.changes = new Changes(world, ledger, books, engagements);
    }

    /** Who is to stand which seat, for every duty that touches a span, by slot and time. */
    public List<Duty> duties(TimeSpan span) {
        return store.read(tx -> duties(tx, span));
    }

    /** The same, within an open transaction. */
    public List<Duty> duties(Tx tx, TimeSpan span) throws SQLException {
        // A shift that began the day before may still last.
        LocalDate first = LocalDate.ofInstant(span.from(), config.zone()).minusDays(1);
        LocalDate last = LocalDate.ofInstant(span.to(), config.zone());
        Book book = books.book(tx, first, last);
        List<Slot> slots = new ArrayList<>();
        for (Slot slot : book.slots(first, last)) {
            if (slot.span().overlaps(span)) {
                slots.add(slot);
            }
        }
        List<Duty> duties = new ArrayList<>();
        for (Duty duty :
                Duties.of(slots, SqlPlanStore.cells(tx, first, last), SqlPlanStore.stretches(tx, first, last))) {
            if (duty.span().overlaps(span)) {
                duties.add(duty);
            }
        }
        return duties;
    }

    /**
     * Everything that rules and facts say against a member's standing a seat, hard objections first; what they stand of that seat
     * already is left out of account. Empty: nothing.
     *
     * @param part of the seat's time; null: the whole
     * @throws VigilException NOT_FOUND when there is no such seat; USAGE for a part outside it
     */
    public List<Objection> objections(Tx tx, SlotKey slot, TimeSpan part, MemberId who) throws SQLException {
        return standIns.objections(tx, slot, part, who);
    }

    /**
     * Who could stand a seat in another's place: the lawful first, of them those who did least against their share first, then
     * those whose last duty is longest ago.
     *
     * @param part of the seat's time; null: the whole
     * @param except who is not asked: the present holder
     * @throws VigilException NOT_FOUND when there is no such seat; USAGE for a part outside it
     */
    public List<StandIn> standIns(Tx tx, SlotKey slot, TimeSpan part, Set<MemberId> except) throws SQLException {
        return standIns.of(tx, slot, part, except);
    }

    /**
     * The seat of a name, with its times.
     *
     * @throws VigilException NOT_FOUND, naming the nearest
     */
    public Slot slot(Tx tx, SlotKey key) throws SQLException {
        return standIns.slot(books.book(tx, key.day(), key.day()), key);
    }

    /** The published roster that holds for a day, or null. */
    public Publication published(Tx tx, LocalDate day) throws SQLException {
        List<Publication> all = SqlPlanStore.publications(tx, day, day);
        return all.isEmpty() ? null : all.get(0);
    }

    /**
     * Gives seats to other holders, within an open transaction: what swaps, stand-ins and corrections by hand come down to.
     * What rules say of it, and whether the actor may, is the caller's to ask first.
     *
     * @param reason why; may be null only while the roster is not published
     * @throws VigilException REFUSED for a change to a published roster without a reason
     */
    public void give(Tx tx, Actor actor, List<Cell> cells, String reason) throws SQLException {
        changes.give(tx, actor, cells, reason, false);
    }

    /**
     * Lets somebody else stand a part of a seat's time, within an open transaction.
     *
     * @throws VigilException REFUSED without a reason
     */
    public void stand(Tx tx, Actor actor, Stretch stretch) throws SQLException {
        changes.stand(tx, actor, stretch);
    }
}
