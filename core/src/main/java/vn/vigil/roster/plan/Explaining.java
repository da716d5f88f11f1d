package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import vn.vigil.base.Deadline;
import vn.vigil.base.MemberId;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.people.Member;
import vn.vigil.roster.book.Rule;
import vn.vigil.roster.book.RuleMode;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.book.Watcher;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/** Says why a seat has its holder, or none. */
final class Explaining {
    private static final int AROUND = 35;
    private static final long MOVES = 2_000;
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final double TENTHS = 10;

    private final Store store;
    private final Reading reading;
    private final StandIns standIns;

    Explaining(Store store, Reading reading, StandIns standIns) {
        this.store = store;
        this.reading = reading;
        this.standIns = standIns;
    }

    /** What was read in one moment. */
    private record Basis(
            Scene scene,
            Slot slot,
            Map<MemberId, double[]> before,
            Map<MemberId, double[]> balances,
            List<StandIn> others,
            Difference entered) {}

    Explained explain(SlotKey key) {
        Basis b = store.read(tx -> basis(tx, key));
        Cell cell = b.scene().cells().get(key);
        Watcher w = cell == null ? null : b.scene().book().watcher(cell.member());
        Member holder = w == null || !w.member().on(key.day()) ? null : w.member();
        List<Explained.Other> others = new ArrayList<>();
        for (StandIn s : b.others()) {
            others.add(new Explained.Other(s, more(b, holder == null ? null : holder.id(), s)));
        }
        others.sort(Comparator.comparing((Explained.Other o) -> !o.standIn().lawful())
                .thenComparingLong(Explained.Other::more));
        boolean known = b.entered() != null
                && holder != null
                && holder.id().equals(b.entered().after());
        List<Message> rules = new ArrayList<>();
        List<Message> helps = new ArrayList<>();
        List<CellChange> moves = List.of();
        boolean lawful = others.stream().anyMatch(o -> o.standIn().lawful());
        if (holder == null
                && Scene.ours(b.slot())
                && !lawful
                && b.slot().span().from().isAfter(reading.world.now())) {
            moves = hole(b, rules, helps);
        }
        return new Explained(
                b.slot(),
                holder,
                holder == null ? null : cell.source(),
                cell != null && cell.locked(),
                known ? b.entered().reason() : null,
                known ? b.entered().at() : null,
                others,
                rules,
                helps,
                moves);
    }

    private Basis basis(Tx tx, SlotKey key) throws SQLException {
        LocalDate year = key.day().withDayOfYear(1);
        Scene scene =
                reading.scene(tx, year.minusDays(AROUND), year.plusYears(1).plusDays(AROUND));
        Slot slot = StandIns.slot(scene.book(), key);
        Cell cell = scene.cells().get(key);
        Set<MemberId> except = new HashSet<>();
        if (cell != null) {
            except.add(cell.member());
        }
        return new Basis(
                scene,
                slot,
                reading.balancesBefore(tx, key.day().withDayOfMonth(1)),
                Accounts.balances(tx, scene, key.day()),
                standIns.of(tx, key, null, except),
                SqlPlanStore.lastChanges(tx, key.day(), key.day()).get(key));
    }

    /** What it would cost more if somebody else had the seat: squares of balances by their weights, and soft rules broken. */
    private static long more(Basis b, MemberId holder, StandIn other) {
        double[] worth = new Fairness(b.scene().book(), b.scene().engagements())
                .worth(b.slot(), b.slot().span());
        double sum = 0;
        for (Measure m : Measure.ALL) {
            double unit = m == Measure.HOURS ? 1 / 60.0 : TENTHS;
            double w = worth[m.ordinal()] * unit;
            double theirs = balance(b, other.member().id(), m) * unit;
            double cost = square(theirs + w) - square(theirs);
            if (holder != null) {
                double own = balance(b, holder, m) * unit;
                cost -= square(own) - square(own - w);
            }
            sum += weight(b, m) * cost;
        }
        for (Objection o : other.objections()) {
            sum += o.hard() ? 0 : o.weight();
        }
        return Math.round(sum);
    }

    private static double square(double x) {
        return x * x;
    }

    private static double balance(Basis b, MemberId id, Measure m) {
        double[] all = b.balances().get(id);
        return all == null ? 0 : all[m.ordinal()];
    }

    private static long weight(Basis b, Measure m) {
        for (Rule r : b.scene().book().rules().all()) {
            if (r.id() == m.rule() && r.member() == null) {
                return r.mode() == RuleMode.SOFT ? r.weight() : r.mode() == RuleMode.OFF ? 0 : 1000;
            }
        }
        return 1;
    }

    /** Whether moving others would fill a hole; if not, why not. */
    private List<CellChange> hole(Basis b, List<Message> rules, List<Message> helps) {
        LocalDate first = b.slot().key().day().withDayOfMonth(1);
        LocalDate last = first.plusMonths(1).minusDays(1);
        Draft draft = Drafter.draft(
                b.scene(),
                new Drafter.Order(
                        first,
                        last,
                        reading.world.now(),
                        null,
                        true,
                        Engine.SOLVE,
                        1,
                        MOVES,
                        null,
                        b.before(),
                        Progress.NONE));
        if (draft.cells().containsKey(b.slot().key())) {
            List<CellChange> moves = new ArrayList<>();
            TreeSet<SlotKey> keys = new TreeSet<>(
                    Generations.within(b.scene().cells(), first, last).keySet());
            keys.addAll(draft.cells().keySet());
            for (SlotKey key : keys) {
                Cell before = b.scene().cells().get(key);
                Cell after = draft.cells().get(key);
                MemberId was = before == null ? null : before.member();
                MemberId is = after == null ? null : after.member();
                if (!Objects.equals(was, is)) {
                    moves.add(new CellChange(key, was, is, false));
                }
            }
            return moves;
        }
        Reasons reasons = Reasons.of(draft, Deadline.in(reading.world, LONGEST));
        rules.addAll(reasons.rules());
        helps.addAll(reasons.helps());
        if (rules.isEmpty()) {
            Set<Message> told = new LinkedHashSet<>();
            for (StandIn s : b.others()) {
                s.objections().stream().filter(Objection::hard).findFirst().ifPresent(o -> told.add(Hands.sentence(o)));
                if (s.objections().stream().filter(Objection::hard).count() == 1) {
                    helps.add(PlanText.HELP_WITHOUT.with(
                            Hands.sentence(s.objections().get(0))));
                }
            }
            rules.addAll(told);
        }
        return List.of();
    }
}
