package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.TimeSpan;
import vn.vigil.base.VigilException;
import vn.vigil.roster.book.Book;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.book.Watcher;
import vn.vigil.store.Tx;
import vn.vigil.text.Nearest;
import vn.vigil.text.TimeText;

/** Who could stand a seat, and what speaks against it. */
final class StandIns {
    /** Runs of days and weekends in four weeks reach so far beyond a year's ends. */
    private static final int AROUND = 35;

    private final Reading reading;

    StandIns(Reading reading) {
        this.reading = reading;
    }

    List<Objection> objections(Tx tx, SlotKey key, TimeSpan part, MemberId who) throws SQLException {
        Scene scene = scene(tx, key);
        return Objector.against(without(scene, key, who), turn(scene, key, part));
    }

    List<StandIn> of(Tx tx, SlotKey key, TimeSpan part, Set<MemberId> except) throws SQLException {
        Scene scene = scene(tx, key);
        Turn turn = turn(scene, key, part);
        Map<MemberId, double[]> balances = Accounts.balances(tx, scene, key.day());
        List<StandIn> found = new ArrayList<>();
        for (Watcher w : scene.book().watchers()) {
            MemberId id = w.member().id();
            if (w.member().on(key.day()) && (w.watches() || w.leads()) && !except.contains(id)) {
                Life life = without(scene, key, id);
                double[] balance = balances.get(id);
                found.add(new StandIn(
                        w.member(),
                        balance == null ? 0 : Math.round(balance[Measure.HOURS.ordinal()]),
                        lastEnd(life, turn),
                        Objector.against(life, turn)));
            }
        }
        found.sort(Comparator.comparing(StandIn::lawful)
                .reversed()
                .thenComparingLong(StandIn::balanceMinutes)
                .thenComparing(StandIn::lastEnd, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(s -> s.member().id()));
        return found;
    }

    private static Instant lastEnd(Life life, Turn turn) {
        Instant last = null;
        for (Turn other : life.turns()) {
            if (!other.span().to().isAfter(turn.span().from())
                    && (last == null || other.span().to().isAfter(last))) {
                last = other.span().to();
            }
        }
        return last;
    }

    private Scene scene(Tx tx, SlotKey key) throws SQLException {
        LocalDate year = key.day().withDayOfYear(1);
        return reading.scene(tx, year.minusDays(AROUND), year.plusYears(1).plusDays(AROUND));
    }

    private static Life without(Scene scene, SlotKey key, MemberId who) {
        List<Turn> turns = new ArrayList<>();
        for (Turn turn : scene.life(who).turns()) {
            if (!turn.slot().key().equals(key)) {
                turns.add(turn);
            }
        }
        return new Life(scene.book(), who, scene.engagements(), turns);
    }

    private static Turn turn(Scene scene, SlotKey key, TimeSpan part) {
        Slot slot = scene.slots().get(key);
        if (slot == null) {
            slot = slot(scene.book(), key);
        }
        if (part != null && !slot.span().covers(part)) {
            throw new VigilException(
                    ErrorKind.USAGE,
                    "VG-ROSTER-PART",
                    PlanText.PART_OUTSIDE.with(
                            TimeText.print(slot.span().from(), scene.book().zone()),
                            TimeText.print(slot.span().to(), scene.book().zone())));
        }
        return new Turn(slot, part == null ? slot.span() : part);
    }

    static Slot slot(Book book, SlotKey key) {
        Set<String> known = new TreeSet<>();
        for (Slot slot : book.slots(key.day(), key.day())) {
            if (slot.key().equals(key)) {
                return slot;
            }
            known.add(slot.key().toString());
        }
        String near = Nearest.of(key.toString(), known);
        VigilException e = new VigilException(ErrorKind.NOT_FOUND, "VG-ROSTER-NO-SEAT", PlanText.NO_SLOT.with(key))
                .why(PlanText.NO_SLOT_WHY.with(key.shift(), key.day()));
        if (near != null) {
            e.why(PlanText.NEAREST.with(near));
        }
        throw e.next(PlanText.SHOW_NEXT.with(key.day()));
    }
}
