package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.vigil.base.MemberId;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.calendar.Quarter;
import vn.vigil.config.Config;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.Member;
import vn.vigil.people.People;
import vn.vigil.people.Power;
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
    private final Generations generations;
    private final Hands hands;
    private final Judgements judgements;
    private final Publications publications;
    private final Explaining explaining;
    private final Simulations simulations;
    private final Reading reading;
    private final People people;

    public Plans(World world, Config config, Store store, Ledger ledger, People people, Books books) {
        this.config = config;
        this.store = store;
        this.books = books;
        this.reading = new Reading(world, config, people, books);
        this.people = people;
        this.standIns = new StandIns(reading);
        this.changes = new Changes(world, ledger, reading);
        this.generations = new Generations(world, store, ledger, reading);
        this.hands = new Hands(store, reading, changes, standIns);
        this.judgements = new Judgements(store, ledger, reading);
        this.publications = new Publications(store, ledger, reading);
        this.explaining = new Explaining(store, reading, standIns);
        this.simulations = new Simulations(store, reading);
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
        for (Duty duty : Scene.duties(
                book, slots, SqlPlanStore.cells(tx, first, last), SqlPlanStore.stretches(tx, first, last))) {
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
        return StandIns.slot(books.book(tx, key.day(), key.day()), key);
    }

    /** What was laid over seats of the days from first to last, the withdrawn too, in the order of entering. */
    public List<Overlay> overlays(Tx tx, LocalDate first, LocalDate last) throws SQLException {
        return SqlOverlayStore.overlays(tx, first, last);
    }

    /** Null when there is none of this number. */
    public Overlay overlay(Tx tx, long id) throws SQLException {
        return SqlOverlayStore.overlay(tx, id);
    }

    /** Takes back what was laid over a seat, within an open transaction. Whether the actor may is the caller's to ask first. */
    public void withdraw(Tx tx, Actor actor, Overlay overlay, String reason) throws SQLException {
        changes.withdraw(tx, actor, overlay, reason);
    }

    /** The published roster that holds for a day, or null. */
    public Publication published(Tx tx, LocalDate day) throws SQLException {
        List<Publication> all = SqlPlanStore.publications(tx, day, day);
        return all.isEmpty() ? null : all.get(0);
    }

    /**
     * Makes the roster of some days: patterns where they cover, the search for the rest. Locked seats, seats that somebody was given
     * by hand and seats whose shift has begun stay. The same inputs give the same roster to the byte, and the second call finds
     * nothing to do.
     *
     * @param progress hears of the search
     * @throws VigilException INFEASIBLE when hard rules leave seats empty, with the smallest set of rules that cannot hold together
     *     and single changes that help; REFUSED when a published roster would change; USAGE for days that are too many; NOT_FOUND
     *     when no shift begins on them; BUSY when something changed meanwhile; DENIED
     */
    public Generated generate(Actor actor, GenerateRequest request, Progress progress) {
        people.require(actor, Power.MANAGE_ROSTER);
        return generations.generate(actor, request, progress);
    }

    /** Sets who knows what was really stood, for the fairness ledger; until then it is what the roster says. */
    public void done(Done knows) {
        reading.done(knows);
    }

    /** Lets another room add to what {@link #check} finds. */
    public void alsoFind(MoreFindings finds) {
        reading.alsoFind(finds);
    }

    /** The roster of the days from first to last as it stands. */
    public Shown show(LocalDate first, LocalDate last) {
        return store.read(tx -> {
            Scene scene = reading.scene(tx, first, last);
            List<Publication> published = SqlPlanStore.publications(tx, first, last);
            Map<MemberId, Member> members = new HashMap<>();
            for (Member m : people.members(tx)) {
                members.put(m.id(), m);
            }
            List<Shown.Row> rows = new ArrayList<>();
            for (Duty duty : scene.duties()) {
                Member m = duty.member() == null ? null : members.get(duty.member());
                Cell cell = scene.cells().get(duty.slot().key());
                String publication = null;
                for (Publication p : published) {
                    if (publication == null && p.covers(duty.slot().key().day())) {
                        publication = p.id();
                    }
                }
                rows.add(new Shown.Row(
                        duty,
                        m == null ? duty.body() : m.name(),
                        m == null ? null : m.phone(),
                        cell != null && cell.locked(),
                        publication));
            }
            return new Shown(first, last, rows, published);
        });
    }

    /**
     * Gives a future seat to a member by hand.
     *
     * @param who as {@link People#show} finds them
     * @throws VigilException REFUSED when a hard rule or a fact is against it, the shift has begun, or a published roster is
     *     changed without a reason; NOT_FOUND for seat or member, naming the nearest; DENIED
     */
    public SeatChanged assign(Actor actor, SlotKey slot, String who, String reason) {
        people.require(actor, Power.MANAGE_ROSTER);
        return hands.assign(actor, slot, people.show(who), reason);
    }

    /** Empties a future seat; as {@link #assign}. */
    public SeatChanged clear(Actor actor, SlotKey slot, String reason) {
        people.require(actor, Power.MANAGE_ROSTER);
        return hands.clear(actor, slot, reason);
    }

    /**
     * Has generating leave seats alone, or no longer.
     *
     * @throws VigilException REFUSED for an empty seat; NOT_FOUND; DENIED; nothing is changed then
     */
    public List<SeatChanged> lock(Actor actor, List<SlotKey> slots, boolean locked) {
        people.require(actor, Power.MANAGE_ROSTER);
        return hands.lock(actor, slots, locked);
    }

    /**
     * Puts a shift that has begun right, as an erratum; the ledger keeps both.
     *
     * @param who null: nobody stood it
     * @throws VigilException REFUSED without a reason, and for a shift that has not begun; NOT_FOUND; DENIED
     */
    public SeatChanged correct(Actor actor, SlotKey slot, String who, String reason) {
        people.require(actor, Power.MANAGE_ROSTER);
        return hands.correct(actor, slot, who == null ? null : people.show(who), reason);
    }

    /** Judges the roster of the days from first to last: gaps, rules, clashes, fairness. */
    public CheckReport check(LocalDate first, LocalDate last) {
        return judgements.check(first, last);
    }

    /**
     * Why a seat has its holder, or none.
     *
     * @throws VigilException NOT_FOUND, naming the nearest seat
     */
    public Explained explain(SlotKey slot) {
        return explaining.explain(slot);
    }

    /** The fairness ledger of the days from first to last. */
    public FairnessReport fairness(LocalDate first, LocalDate last) {
        return judgements.fairness(first, last);
    }

    /**
     * Closes a quarter of the fairness ledger: what is left over is carried into the next.
     *
     * @param reason needed where it is closed already with other figures; or null
     * @throws VigilException REFUSED before the quarter is over; CONFLICT; DENIED
     */
    public FairnessReport close(Actor actor, Quarter quarter, String reason) {
        people.require(actor, Power.MANAGE_ROSTER);
        return judgements.close(actor, quarter, reason);
    }

    /**
     * Seals the roster of some days: from now on every change needs a reason. Exactly the same again is unchanged; after changes it
     * is a new revision.
     *
     * @param number number of the paper it is published by, or null
     * @param withGaps whether empty seats may stay, for a reason
     * @throws VigilException REFUSED with empty seats; NOT_FOUND when no shift begins on the days; DENIED
     */
    public Published publish(
            Actor actor, LocalDate first, LocalDate last, String number, boolean withGaps, String reason) {
        people.require(actor, Power.MANAGE_ROSTER);
        return publications.publish(actor, first, last, number, withGaps, reason);
    }

    /** Where the roster differs from what was last published of each day, in order. */
    public List<Difference> differences(LocalDate first, LocalDate last) {
        return publications.differences(first, last);
    }

    /** The seats of a publication as they were sealed, null for an empty one; empty when there is no such publication. */
    public Map<SlotKey, MemberId> sealed(String publication) {
        return store.read(tx -> SqlPlanStore.published(tx, publication));
    }

    /**
     * What would become of the roster if people were away; nothing is saved.
     *
     * @throws VigilException NOT_FOUND for a member, naming the nearest
     */
    public Simulated simulate(LocalDate first, LocalDate last, List<Absent> away) {
        List<Simulations.Away> asked = new ArrayList<>();
        for (Absent a : away) {
            TimeSpan span = a.span() != null ? a.span() : Hours.days(first, last.plusDays(1), config.zone());
            asked.add(new Simulations.Away(people.show(a.who()).id(), span));
        }
        return simulations.simulate(first, last, asked);
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
