package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.World;
import vn.vigil.config.Config;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.people.People;
import vn.vigil.roster.book.Book;
import vn.vigil.roster.book.Books;
import vn.vigil.roster.book.Slot;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/**
 * The roster. Every change is a ledger entry of the same transaction. Safe for several threads.
 */
public final class Plans {
    private final World world;
    private final Config config;
    private final Store store;
    private final Ledger ledger;
    private final People people;
    private final Books books;

    public Plans(World world, Config config, Store store, Ledger ledger, People people, Books books) {
        this.world = world;
        this.config = config;
        this.store = store;
        this.ledger = ledger;
        this.people = people;
        this.books = books;
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
     * Gives seats to other holders, within an open transaction: what swaps, stand-ins and corrections by hand come down to.
     * What rules say of it, and whether the actor may, is the caller's to ask first.
     *
     * @param reason why; needed once the roster is published
     */
    public void give(Tx tx, Actor actor, List<Cell> cells, String reason) throws SQLException {
        Instant now = now();
        for (Cell cell : cells) {
            LocalDate day = cell.slot().day();
            Cell before = SqlPlanStore.cells(tx, day, day).get(cell.slot());
            if (before != null && before.equals(cell)) {
                continue;
            }
            SqlPlanStore.put(tx, cell);
            SqlPlanStore.change(tx, before, cell, reason, null, now, by(actor));
            Map<String, Object> details = new LinkedHashMap<>();
            details.put("before", before == null ? null : before.member().value());
            details.put("after", cell.member() == null ? null : cell.member().value());
            details.put("reason", reason);
            details.put("source", cell.source().id());
            ledger.append(tx, new Entry(actor.who(), "roster.give", "slot/" + cell.slot(), details));
        }
    }

    /** Lets somebody else stand a part of a seat's time, within an open transaction. */
    public void stand(Tx tx, Actor actor, Stretch stretch) throws SQLException {
        SqlPlanStore.insert(tx, stretch, now(), by(actor));
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("from", stretch.span().from().toString());
        details.put("member", stretch.member().value());
        details.put("reason", stretch.reason());
        details.put("source", stretch.source().id());
        details.put("to", stretch.span().to().toString());
        ledger.append(tx, new Entry(actor.who(), "roster.stand", "slot/" + stretch.slot(), details));
    }

    private Instant now() {
        return world.now().truncatedTo(ChronoUnit.MICROS);
    }

    private static String by(Actor actor) {
        return actor.member() == null
                ? "os:" + actor.account()
                : actor.memberId().value();
    }
}
