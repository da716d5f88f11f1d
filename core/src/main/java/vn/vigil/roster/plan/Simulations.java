package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.vigil.base.CaseId;
import vn.vigil.base.Deadline;
import vn.vigil.base.MemberId;
import vn.vigil.base.Progress;
import vn.vigil.base.TimeSpan;
import vn.vigil.roster.book.Book;
import vn.vigil.roster.book.Leave;
import vn.vigil.roster.book.LeaveKind;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/** Tries out who could be away; nothing is saved. */
final class Simulations {
    private static final int AROUND = 35;
    private static final long MOVES = 2_000;
    private static final Duration EXPLAINING = Duration.ofSeconds(10);

    /** Somebody's being away, as a question. */
    record Away(MemberId member, TimeSpan span) {}

    private final Store store;
    private final Reading reading;

    Simulations(Store store, Reading reading) {
        this.store = store;
        this.reading = reading;
    }

    private record Basis(Scene scene, Map<MemberId, double[]> carry) {}

    private Basis basis(Tx tx, LocalDate from, LocalDate to) throws SQLException {
        return new Basis(
                reading.scene(
                        tx,
                        from.withDayOfYear(1).minusDays(AROUND),
                        to.withDayOfYear(1).plusYears(1).plusDays(AROUND)),
                reading.balancesBefore(tx, from));
    }

    Simulated simulate(LocalDate from, LocalDate to, List<Away> asked) {
        Basis basis = store.read(tx -> basis(tx, from, to));
        Scene scene = basis.scene();
        Scene away = away(scene, asked);
        List<SlotKey> gaps = new ArrayList<>();
        long minutes = 0;
        for (Duty duty : away.duties(from, to)) {
            boolean gone = duty.member() != null
                    && asked.stream()
                            .anyMatch(a ->
                                    a.member().equals(duty.member()) && a.span().overlaps(duty.span()));
            if (duty.open() || gone) {
                minutes += Hours.minutes(duty.span());
                if (!gaps.contains(duty.slot().key())) {
                    gaps.add(duty.slot().key());
                }
            }
        }
        Draft draft = Drafter.draft(
                away,
                new Drafter.Order(
                        from,
                        to,
                        reading.world.now(),
                        null,
                        true,
                        Engine.AUTO,
                        1,
                        MOVES,
                        null,
                        basis.carry(),
                        Progress.NONE));
        List<SlotKey> open = new ArrayList<>();
        for (Slot slot : draft.open()) {
            open.add(slot.key());
        }
        Reasons reasons = open.isEmpty()
                ? new Reasons(List.of(), true, List.of())
                : Reasons.of(draft, Deadline.in(reading.world, EXPLAINING));
        Map<SlotKey, Cell> after = new TreeMap<>(scene.cells());
        after.keySet().removeIf(key -> !key.day().isBefore(from) && !key.day().isAfter(to));
        after.putAll(draft.cells());
        return new Simulated(
                from,
                to,
                gaps,
                minutes,
                open,
                changes(Generations.within(scene.cells(), from, to), draft.cells()),
                reasons.rules(),
                reasons.helps(),
                accounts(scene, from, to, basis.carry()),
                accounts(away.with(after), from, to, basis.carry()));
    }

    private static List<CellChange> changes(Map<SlotKey, Cell> there, Map<SlotKey, Cell> then) {
        TreeSet<SlotKey> keys = new TreeSet<>(there.keySet());
        keys.addAll(then.keySet());
        List<CellChange> changes = new ArrayList<>();
        for (SlotKey key : keys) {
            MemberId was = there.containsKey(key) ? there.get(key).member() : null;
            MemberId is = then.containsKey(key) ? then.get(key).member() : null;
            if (!Objects.equals(was, is)) {
                changes.add(new CellChange(key, was, is, false));
            }
        }
        return changes;
    }

    private static List<Account> accounts(Scene scene, LocalDate from, LocalDate to, Map<MemberId, double[]> carry) {
        return new Fairness(scene.book(), scene.engagements())
                .within(from, to)
                .count(scene.duties(from, to))
                .accounts(from, to, carry);
    }

    /** The same with more leave. */
    private static Scene away(Scene scene, List<Away> asked) {
        Book b = scene.book();
        List<Leave> leaves = new ArrayList<>(b.leaves());
        int n = 0;
        for (Away a : asked) {
            leaves.add(new Leave(new CaseId("LV", 9999, ++n), a.member(), a.span(), LeaveKind.OTHER, null, null));
        }
        Book more = new Book(
                b.zone(), b.days(), b.posts(), b.shifts(), b.patterns(), b.watchers(), leaves, b.requests(), b.rules());
        return new Scene(
                more, scene.engagements(), scene.first(), scene.last(), scene.slots(), scene.cells(), scene.duties());
    }
}
