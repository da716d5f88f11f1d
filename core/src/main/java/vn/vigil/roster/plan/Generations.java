package vn.vigil.roster.plan;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;
import vn.vigil.ledger.Entry;
import vn.vigil.ledger.Ledger;
import vn.vigil.people.Actor;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.search.Problem;
import vn.vigil.roster.search.Proof;
import vn.vigil.store.Store;
import vn.vigil.store.Tx;

/** Makes rosters: reads, works them out outside any transaction, and writes what came out if nothing changed meanwhile. */
final class Generations {
    /** Runs of days and weekends in four weeks reach so far beyond a year's ends. */
    private static final int AROUND = 35;

    private static final int LONGEST = 366;

    /** A search is to last as long as a person waits without wondering; more is bought with {@code --effort}. */
    private static final long MOVES = 2_000;

    private static final Duration EXPLAINING = Duration.ofSeconds(20);

    private final World world;
    private final Store store;
    private final Ledger ledger;
    private final Reading reading;

    Generations(World world, Store store, Ledger ledger, Reading reading) {
        this.world = world;
        this.store = store;
        this.ledger = ledger;
        this.reading = reading;
    }

    /** What was read in one moment, and what follows from it. */
    private record Basis(
            Scene scene,
            Map<MemberId, double[]> carry,
            String inputs,
            List<Publication> publications,
            Generation last) {}

    private Basis basis(Tx tx, GenerateRequest r, long moves) throws SQLException {
        Scene scene = reading.scene(
                tx,
                r.from().withDayOfYear(1).minusDays(AROUND),
                r.to().withDayOfYear(1).plusYears(1).plusDays(AROUND));
        Map<MemberId, double[]> carry = reading.balancesBefore(tx, r.from());
        String inputs = Inputs.of(scene, r.from(), r.to(), r.engine(), r.seed(), moves, carry);
        return new Basis(
                scene,
                carry,
                inputs,
                SqlPlanStore.publications(tx, r.from(), r.to()),
                SqlPlanStore.generation(tx, r.from(), r.to()));
    }

    private static long moves(GenerateRequest r) {
        return r.effort() != null ? r.effort() : MOVES;
    }

    Generated generate(Actor actor, GenerateRequest r, Progress progress) {
        refuseSize(r);
        long moves = moves(r);
        Basis basis = store.read(tx -> basis(tx, r, moves));
        Scene scene = basis.scene();
        refuseSize(r, scene);
        Capacity capacity = Capacity.of(scene, r.from(), r.to());
        Map<SlotKey, Cell> there = within(scene.cells(), r.from(), r.to());
        boolean same = basis.last() != null
                && basis.last().inputs().equals(basis.inputs())
                && basis.last().cells().equals(Inputs.cells(there));
        if (same && r.replanFrom() == null) {
            return result(true, r, capacity, null, moves, scene, there, List.of(), List.of(), basis, null);
        }
        boolean published = !basis.publications().isEmpty();
        Instant now = world.now();
        Draft draft = Drafter.draft(
                scene,
                new Drafter.Order(
                        r.from(),
                        r.to(),
                        now,
                        r.replanFrom(),
                        published || r.replanFrom() != null,
                        r.engine(),
                        r.seed(),
                        moves,
                        r.prove() == null ? null : Deadline.in(world, r.prove()),
                        basis.carry(),
                        progress));
        if (!draft.open().isEmpty() && !r.withGaps()) {
            throw Reasons.infeasible(r, capacity, draft, Deadline.in(world, EXPLAINING));
        }
        List<CellChange> changes = changes(there, draft.cells(), basis.publications());
        refusePublished(r, basis, changes);
        return store.write(tx -> write(tx, actor, r, moves, basis, capacity, draft, changes));
    }

    private static void refuseSize(GenerateRequest r) {
        if (r.to().isBefore(r.from())) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-DAYS", PlanText.BACKWARDS.with(r.from(), r.to()));
        }
        if (ChronoUnit.DAYS.between(r.from(), r.to()) >= LONGEST) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-TOO-LARGE", PlanText.TOO_LARGE.with(r.from(), r.to()))
                    .why(PlanText.TOO_MANY_DAYS_AT_ONCE.with(ChronoUnit.DAYS.between(r.from(), r.to()) + 1, LONGEST));
        }
    }

    private static void refuseSize(GenerateRequest r, Scene scene) {
        List<Slot> seats = scene.seats(r.from(), r.to());
        long days = ChronoUnit.DAYS.between(r.from(), r.to()) + 1;
        long cells = Math.max(seats.size(), days * scene.book().watchers().size());
        if (cells > Problem.MOST_CELLS) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-TOO-LARGE", PlanText.TOO_LARGE.with(r.from(), r.to()))
                    .why(PlanText.TOO_MANY_CELLS.with(Long.toString(cells), Integer.toString(Problem.MOST_CELLS)));
        }
        if (seats.isEmpty()) {
            throw new VigilException(
                            ErrorKind.NOT_FOUND, "VG-ROSTER-NO-SEATS", PlanText.NO_SEATS.with(r.from(), r.to()))
                    .next(PlanText.ADD_SHIFT_NEXT.with());
        }
    }

    static Map<SlotKey, Cell> within(Map<SlotKey, Cell> cells, LocalDate from, LocalDate to) {
        Map<SlotKey, Cell> some = new TreeMap<>();
        cells.forEach((key, cell) -> {
            if (!key.day().isBefore(from) && !key.day().isAfter(to)) {
                some.put(key, cell);
            }
        });
        return some;
    }

    private static List<CellChange> changes(
            Map<SlotKey, Cell> there, Map<SlotKey, Cell> wanted, List<Publication> publications) {
        TreeSet<SlotKey> keys = new TreeSet<>(there.keySet());
        keys.addAll(wanted.keySet());
        List<CellChange> changes = new ArrayList<>();
        for (SlotKey key : keys) {
            MemberId before = there.containsKey(key) ? there.get(key).member() : null;
            MemberId after = wanted.containsKey(key) ? wanted.get(key).member() : null;
            if (!Objects.equals(before, after)) {
                boolean published = publications.stream().anyMatch(p -> p.covers(key.day()));
                changes.add(new CellChange(key, before, after, published));
            }
        }
        return changes;
    }

    private static void refusePublished(GenerateRequest r, Basis basis, List<CellChange> changes) {
        List<CellChange> published =
                changes.stream().filter(CellChange::published).toList();
        if (published.isEmpty() || r.replanFrom() != null && !Changes.empty(r.reason())) {
            return;
        }
        VigilException e = new VigilException(
                        ErrorKind.REFUSED,
                        "VG-ROSTER-PUBLISHED",
                        PlanText.WOULD_CHANGE_PUBLISHED.with(r.from(), r.to(), published.size()))
                .why(PlanText.IS_PUBLISHED.with(basis.publications().get(0).id()));
        for (CellChange change : published.subList(0, Math.min(10, published.size()))) {
            e.why(PlanText.CHANGE.with(change.slot(), dash(change.before()), dash(change.after())));
        }
        throw e.next(PlanText.REPLAN_NEXT.with(published.get(0).slot().day()));
    }

    static Object dash(MemberId member) {
        return member == null ? "–" : member;
    }

    private Generated write(
            Tx tx,
            Actor actor,
            GenerateRequest r,
            long moves,
            Basis basis,
            Capacity capacity,
            Draft draft,
            List<CellChange> changes)
            throws SQLException {
        if (!basis(tx, r, moves).inputs().equals(basis.inputs())) {
            throw new VigilException(
                            ErrorKind.BUSY,
                            "VG-ROSTER-CHANGED-MEANWHILE",
                            PlanText.CHANGED_MEANWHILE.with(r.from(), r.to()))
                    .next(PlanText.AGAIN_NEXT.with());
        }
        Instant now = world.now().truncatedTo(ChronoUnit.MICROS);
        String by = Changes.by(actor);
        for (CellChange change : changes) {
            SlotKey key = change.slot();
            Cell after = draft.cells().get(key);
            Cell before = basis.scene().cells().get(key);
            Cell put = after != null ? after : new Cell(key, null, Source.SOLVER, false);
            SqlPlanStore.put(tx, put);
            Publication published = Changes.published(tx, key.day());
            SqlPlanStore.change(tx, before, put, r.reason(), published == null ? null : published.id(), false, now, by);
        }
        List<FreeTime> free = reading.mornings().enter(tx, r.from(), r.to().plusDays(2));
        String cells = Inputs.cells(draft.cells());
        boolean fresh = basis.last() == null
                || !basis.last().inputs().equals(basis.inputs())
                || !basis.last().cells().equals(cells);
        if (changes.isEmpty() && !fresh) {
            return result(
                    true,
                    r,
                    capacity,
                    draft.engine(),
                    moves,
                    basis.scene(),
                    draft.cells(),
                    changes,
                    free,
                    basis,
                    draft);
        }
        SqlPlanStore.insert(
                tx, new Generation(r.from(), r.to(), basis.inputs(), cells, r.engine(), r.seed(), moves, now), by);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("changes", changes.size());
        details.put("digest", cells);
        details.put("effort", moves);
        details.put("engine", r.engine().word());
        details.put("free", free.size());
        details.put("from", r.from().toString());
        details.put("inputs", basis.inputs());
        details.put("open", draft.open().size());
        details.put("reason", r.reason());
        details.put("seed", r.seed());
        details.put("to", r.to().toString());
        ledger.append(tx, new Entry(actor.who(), "roster.generate", "roster/" + r.from(), details));
        return result(
                false, r, capacity, draft.engine(), moves, basis.scene(), draft.cells(), changes, free, basis, draft);
    }

    private static Generated result(
            boolean unchanged,
            GenerateRequest r,
            Capacity capacity,
            String engine,
            long moves,
            Scene scene,
            Map<SlotKey, Cell> cells,
            List<CellChange> changes,
            List<FreeTime> free,
            Basis basis,
            Draft draft) {
        List<SlotKey> open = new ArrayList<>();
        int seats = 0;
        for (Slot slot : scene.seats(r.from(), r.to())) {
            seats++;
            if (!cells.containsKey(slot.key())) {
                open.add(slot.key());
            }
        }
        Proof.Verdict proof = draft == null ? null : draft.proof();
        return new Generated(
                unchanged,
                r.from(),
                r.to(),
                capacity,
                engine,
                r.seed(),
                moves,
                seats,
                seats - open.size(),
                open,
                changes,
                free,
                basis.inputs(),
                Inputs.cells(cells),
                proof == null ? null : proof == Proof.Verdict.OPTIMAL ? "optimal" : "not-proven");
    }

    /** Whether what decided, or what came out, is no longer as the last generation of these days left it. */
    static boolean[] edited(Scene scene, Generation g, Map<MemberId, double[]> carry) {
        String inputs = Inputs.of(scene, g.from(), g.to(), g.engine(), g.seed(), g.effort(), carry);
        return new boolean[] {
            !g.cells().equals(Inputs.cells(within(scene.cells(), g.from(), g.to()))),
            !g.inputs().equals(inputs)
        };
    }
}
