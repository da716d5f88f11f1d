package vn.vigil.roster.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.vigil.base.Deadline;
import vn.vigil.base.MemberId;
import vn.vigil.base.Progress;
import vn.vigil.roster.book.Pattern;
import vn.vigil.roster.book.Slot;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.search.Effort;
import vn.vigil.roster.search.Found;
import vn.vigil.roster.search.Problem;
import vn.vigil.roster.search.Proof;
import vn.vigil.roster.search.Prover;
import vn.vigil.roster.search.Roster;
import vn.vigil.roster.search.Search;

/** Works a roster out: what stays, what the patterns say, and the search for the rest. Values in, values out. */
final class Drafter {
    /** Moving one holder costs more than any unfairness or wish. */
    private static final long KEEP = 1_000_000;

    /** Rounds in which restrictions that the search cannot say are added one after the other. */
    private static final int ROUNDS = 8;

    private static final Set<Obstacle> GONE =
            EnumSet.of(Obstacle.NO_PART, Obstacle.NOT_A_MEMBER, Obstacle.LEAVE, Obstacle.AWAY);

    /**
     * How to work.
     *
     * @param from first day
     * @param to last day
     * @param now seats whose shift has begun stay as they are
     * @param keepBefore seats of earlier days stay too; null: none do for this
     * @param keepAll whether holders had better stay everywhere, so that as little as possible changes
     * @param moves of the search
     * @param prove when a proof is to be given up; null: none is wanted
     * @param carry balances before the first day
     */
    record Order(
            LocalDate from,
            LocalDate to,
            Instant now,
            LocalDate keepBefore,
            boolean keepAll,
            Engine engine,
            long seed,
            long moves,
            Deadline prove,
            Map<MemberId, double[]> carry,
            Progress progress) {}

    private final Scene scene;
    private final Order order;
    private final List<Slot> seats;
    private final Map<SlotKey, MemberId> fixed = new TreeMap<>();
    private final Set<SlotKey> closed = new HashSet<>();
    private final Map<SlotKey, MemberId> preferred = new TreeMap<>();
    private final Set<SlotKey> byPattern = new HashSet<>();

    private Drafter(Scene scene, Order order) {
        this.scene = scene;
        this.order = order;
        this.seats = scene.seats(order.from(), order.to());
    }

    static Draft draft(Scene scene, Order order) {
        Drafter d = new Drafter(scene, order);
        d.stay();
        if (order.engine() != Engine.SOLVE) {
            d.patterns();
        }
        return d.work();
    }

    /** Sorts out what stays. */
    private void stay() {
        for (Slot slot : seats) {
            Cell cell = scene.cells().get(slot.key());
            boolean past = !slot.span().from().isAfter(order.now())
                    || order.keepBefore() != null && slot.key().day().isBefore(order.keepBefore());
            if (cell == null) {
                if (past) {
                    closed.add(slot.key());
                }
            } else if (past || cell.locked() || byHand(cell.source()) && !gone(slot, cell.member())) {
                fixed.put(slot.key(), cell.member());
            } else if (order.keepAll() && !gone(slot, cell.member())) {
                preferred.put(slot.key(), cell.member());
            }
        }
    }

    static boolean byHand(Source source) {
        return source != Source.PATTERN && source != Source.SOLVER;
    }

    /** Whether somebody cannot stand a seat whatever the rules say. */
    private boolean gone(Slot slot, MemberId member) {
        Life life = new Life(scene.book(), member, scene.engagements(), List.of());
        for (Objection o : Objector.alone(life, new Turn(slot, slot.span()))) {
            if (GONE.contains(o.obstacle())) {
                return true;
            }
        }
        return false;
    }

    private void patterns() {
        for (Pattern pattern : scene.book().patterns()) {
            for (LocalDate day = order.from(); !day.isAfter(order.to()); day = day.plusDays(1)) {
                for (Pattern.Crew crew : pattern.on(day) ? pattern.crews() : List.<Pattern.Crew>of()) {
                    String shift = pattern.shift(crew, day);
                    if (shift != null) {
                        crew(day, shift, crew);
                    }
                }
            }
        }
    }

    private void crew(LocalDate day, String shift, Pattern.Crew crew) {
        for (MemberId member : crew.members()) {
            for (Slot slot : seats) {
                SlotKey key = slot.key();
                boolean free = key.day().equals(day)
                        && key.shift().equals(shift)
                        && !fixed.containsKey(key)
                        && !closed.contains(key)
                        && !preferred.containsKey(key);
                if (free && fits(slot, member) && !gone(slot, member)) {
                    preferred.put(key, member);
                    byPattern.add(key);
                    break;
                }
            }
        }
    }

    private boolean fits(Slot slot, MemberId member) {
        var w = scene.book().watcher(member);
        return w != null
                && w.fits(slot.key().role(), slot.post().id(), slot.key().day());
    }

    private Draft work() {
        Map<SlotKey, Cell> kept = new TreeMap<>();
        fixed.forEach((key, member) -> kept.put(key, scene.cells().get(key)));
        preferred.forEach((key, member) -> kept.put(key, cell(key, member, Source.PATTERN)));
        List<Slot> open = open(kept);
        if (order.engine() == Engine.PATTERN || open.isEmpty() && cuts(kept).isEmpty()) {
            return new Draft(kept, open, "pattern", null, null, Map.of());
        }
        Draft strict = solve(true);
        if (strict.open().isEmpty()) {
            return strict;
        }
        // Soft rules that cannot be weighed may be broken before a seat stays empty.
        return solve(false);
    }

    private Cell cell(SlotKey key, MemberId member, Source fresh) {
        Cell there = scene.cells().get(key);
        if (there != null && there.member().equals(member)) {
            return there;
        }
        return new Cell(
                key,
                member,
                byPattern.contains(key) && member.equals(preferred.get(key)) ? Source.PATTERN : fresh,
                false);
    }

    private List<Slot> open(Map<SlotKey, Cell> cells) {
        List<Slot> open = new ArrayList<>();
        for (Slot slot : seats) {
            if (!cells.containsKey(slot.key()) && !closed.contains(slot.key())) {
                open.add(slot);
            }
        }
        return open;
    }

    private Draft solve(boolean strict) {
        if (seats.isEmpty()) {
            return new Draft(Map.of(), List.of(), "solve", null, null, Map.of());
        }
        List<ProblemMaker.Cut> cuts = new ArrayList<>();
        Set<MemberId> frozen = new TreeSet<>();
        Draft draft = null;
        for (int round = 0; round < ROUNDS; round++) {
            ProblemMaker maker = new ProblemMaker(
                    scene,
                    order.from(),
                    order.to(),
                    new ProblemMaker.Wanted(
                            fixed, closed, preferred, KEEP, order.carry(), frozen, strict, List.copyOf(cuts)));
            if (maker.persons.isEmpty()) {
                Map<SlotKey, Cell> kept = new TreeMap<>();
                fixed.forEach((key, member) -> kept.put(key, scene.cells().get(key)));
                return new Draft(kept, open(kept), "solve", null, null, Map.of());
            }
            Problem problem = maker.make();
            Found found = Search.solve(problem, Effort.of(order.seed(), order.moves()), order.progress());
            if (found.roster() == null) {
                for (int stuck : found.stuck()) {
                    frozen.add(maker.persons.get(stuck));
                }
                continue;
            }
            Proof proof = null;
            Roster roster = found.roster();
            if (order.prove() != null) {
                proof = Prover.prove(problem, roster, order.prove());
                roster = proof.roster();
            }
            Map<SlotKey, Cell> cells = cells(maker, roster);
            draft = new Draft(
                    cells, open(cells), "solve", proof == null ? null : proof.verdict(), problem, maker.reasons);
            List<ProblemMaker.Cut> more = cuts(cells);
            if (more.isEmpty()) {
                return draft;
            }
            cuts.addAll(more);
        }
        return draft;
    }

    /** Seats from a solved row of each person: who had a seat keeps it, the rest by name. */
    private Map<SlotKey, Cell> cells(ProblemMaker maker, Roster roster) {
        Map<SlotKey, Cell> cells = new TreeMap<>();
        fixed.forEach((key, member) -> cells.put(key, scene.cells().get(key)));
        for (int day = 0; day < maker.days; day++) {
            for (int kind = 0; kind < maker.kinds.size(); kind++) {
                List<MemberId> who = new ArrayList<>();
                for (int p = 0; p < maker.persons.size(); p++) {
                    if (roster.at(p, day) == kind) {
                        who.add(maker.persons.get(p));
                    }
                }
                seat(maker.seats(day, kind), who, cells);
            }
        }
        return cells;
    }

    private void seat(List<Slot> slots, List<MemberId> who, Map<SlotKey, Cell> cells) {
        List<SlotKey> free = new ArrayList<>();
        for (Slot slot : slots) {
            if (fixed.containsKey(slot.key())) {
                who.remove(fixed.get(slot.key()));
            } else if (!closed.contains(slot.key())) {
                free.add(slot.key());
            }
        }
        for (Map<SlotKey, MemberId> had : List.of(preferred, held())) {
            for (SlotKey key : List.copyOf(free)) {
                MemberId member = had.get(key);
                if (member != null && who.remove(member)) {
                    cells.put(key, cell(key, member, Source.SOLVER));
                    free.remove(key);
                }
            }
        }
        for (int i = 0; i < free.size() && i < who.size(); i++) {
            cells.put(free.get(i), cell(free.get(i), who.get(i), Source.SOLVER));
        }
    }

    private Map<SlotKey, MemberId> held() {
        Map<SlotKey, MemberId> held = new LinkedHashMap<>();
        scene.cells().forEach((key, cell) -> held.put(key, cell.member()));
        return held;
    }

    /** What is still broken by duties that may be moved, as restrictions for the next round. */
    private List<ProblemMaker.Cut> cuts(Map<SlotKey, Cell> cells) {
        Map<SlotKey, Cell> all = new TreeMap<>(scene.cells());
        all.keySet()
                .removeIf(key -> !key.day().isBefore(order.from()) && !key.day().isAfter(order.to()));
        all.putAll(cells);
        Scene then = scene.with(all);
        Set<MemberId> moved = new TreeSet<>();
        cells.forEach((key, cell) -> {
            if (!fixed.containsKey(key)) {
                moved.add(cell.member());
            }
        });
        List<ProblemMaker.Cut> cuts = new ArrayList<>();
        for (MemberId member : moved) {
            Life life = then.life(member);
            Life before = scene.life(member);
            for (Objection o : Objector.broken(life, order.from(), order.to())) {
                if (o.hard() && !stays(before, life, o)) {
                    cuts.add(cut(life, o));
                }
            }
        }
        return cuts;
    }

    /** Whether what is broken was fixed beforehand, so that nothing can be done here. */
    private boolean stays(Life before, Life life, Objection o) {
        LocalDate day = o.day();
        for (Turn turn : life.turns()) {
            LocalDate at = turn.slot().key().day();
            boolean near = !at.isBefore(day.minusDays(1)) && !at.isAfter(day.plusDays(7));
            if (near
                    && !fixed.containsKey(turn.slot().key())
                    && !at.isBefore(order.from())
                    && !at.isAfter(order.to())) {
                return false;
            }
        }
        return !before.turns().isEmpty();
    }

    private static ProblemMaker.Cut cut(Life life, Objection o) {
        LocalDate day = o.day();
        return switch (o.obstacle()) {
            case WEEKLY_REST ->
                new ProblemMaker.Cut(
                        o.member(), day, day.plusDays(6), Math.max(0, count(life, day, day.plusDays(6)) - 1));
            case REST, DAY_HOURS -> new ProblemMaker.Cut(o.member(), day.minusDays(1), day, 1);
            case WEEKENDS -> new ProblemMaker.Cut(o.member(), day, day, 0);
            case MONTH_OVERTIME ->
                new ProblemMaker.Cut(
                        o.member(),
                        day,
                        day.plusMonths(1).minusDays(1),
                        Math.max(0, count(life, day, day.plusMonths(1).minusDays(1)) - 1));
            default -> new ProblemMaker.Cut(o.member(), day, day, 0);
        };
    }

    private static int count(Life life, LocalDate first, LocalDate last) {
        int n = 0;
        for (Turn turn : life.turns()) {
            LocalDate day = turn.slot().key().day();
            n += turn.counts() && !day.isBefore(first) && !day.isAfter(last) ? 1 : 0;
        }
        return n;
    }
}
