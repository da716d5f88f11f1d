package vn.vigil.roster.search;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.vigil.base.Deadline;

/**
 * One search on one thread: a roster, what it costs, and the moves that make it cheaper. See {@code docs/design/roster-search.md}.
 */
final class Lane {
    /** Prices carry so many bits below one unit of cost, so that noise can break ties without deciding anything. */
    private static final int FINE = 4;

    /** How much colder the search ends than it begins. */
    private static final double COOLING = 100;
    /** From so many visits to each cell on, the search begins as hot as it should. */
    private static final double ENOUGH_VISITS = 100;
    /** After so many moves the rest of the time is reckoned in moves; a multiple of 32. */
    private static final int WARM_UP = 64;

    private static final int SHORTEST_SPAN = 7;

    /** Of ten moves, in so many the open seats are dealt out among those who are put back. */
    private static final int SHARE_OUT = 2;
    /** Exchanges tried after each move: they cost little beside it. */
    private static final int SWAPS = 20;

    private static final int LONGEST_SWAP = 10;

    private final Model model;
    private final Dice dice;
    private final RowGraphBuilder builder = new RowGraphBuilder();
    private final RowGraph.Pass pass = new RowGraph.Pass();

    private final int persons;
    private final int days;
    private final int[][] rows;
    private final int[] count;
    private final long[][] done;
    private final long[] own;
    /** What each person owed in each category before the move that is being made. */
    private final long[][] wasOwed;

    private final long[] rate;
    private int span;
    private long total;

    private int[][] best;
    private long bestTotal = Long.MAX_VALUE;
    private long moves;

    // Room for one move.
    private final long[] price;
    private final int[] duty;
    private final int[] choices;
    private final int[] asChoices;
    private final int[][] old;
    private final long[] oldOwn = new long[Model.MOST_OUT];
    private final int[] used;
    private final int[] out = new int[Model.MOST_OUT];

    Lane(Model model, long seed) {
        this.model = model;
        dice = new Dice(seed);
        persons = model.persons;
        days = model.days;
        rows = new int[persons][days];
        count = new int[model.demands];
        done = new long[persons][model.categories];
        own = new long[persons];
        wasOwed = new long[persons][model.categories];
        rate = new long[model.categories];
        span = Math.max(SHORTEST_SPAN, Math.min(model.days, Model.LONGEST_SPAN));
        price = new long[days * (model.duties + 1)];
        duty = new int[days * (model.duties + 1)];
        choices = new int[days];
        asChoices = new int[days];
        old = new int[Model.MOST_OUT][days];
        used = new int[model.mostResources];
    }

    int[][] best() {
        return best;
    }

    long bestTotal() {
        return bestTotal;
    }

    long moves() {
        return moves;
    }

    /** Searches until the moves are made, the deadline has passed or nothing is left to gain. */
    void run(long limit, Deadline deadline, AtomicBoolean enough, Tell tell) {
        fill();
        remember();
        double cold = model.hot / COOLING;
        // Heat shuffles first and pays back over many visits to each cell; where there will be few, it only costs.
        double hot = deadline == null ? warm(limit) : cold;
        double heat = hot;
        long start = deadline == null ? 0 : deadline.left().toNanos();
        long horizon = Math.max(1, start);
        while (moves < limit) {
            if ((moves & 31) == 0) {
                double progress = limit == Long.MAX_VALUE ? 0 : (double) moves / limit;
                if (deadline != null) {
                    long left = deadline.left().toNanos();
                    if (left <= 0) {
                        break;
                    }
                    progress = Math.max(progress, 1 - (double) left / horizon);
                }
                if (deadline != null && moves == WARM_UP) {
                    hot = warm(Math.min(limit, (long) (moves / Math.max(progress, 1e-9))));
                }
                if (enough.get()) {
                    break;
                }
                heat = hot * StrictMath.pow(cold / hot, progress);
                tell.at(progress, bestTotal);
            }
            move(heat);
            for (int i = 0; i < SWAPS; i++) {
                swap(heat);
            }
            moves++;
            if (total < bestTotal) {
                remember();
                if (bestTotal <= model.floor) {
                    break;
                }
            }
        }
    }

    /** The temperature to begin at when there will be so many moves. */
    private double warm(long expected) {
        double visits = expected * 2.0 * (model.graphs == null ? span / 2.0 : days) / ((double) persons * days);
        return Math.max(model.hot / COOLING, model.hot * Math.min(1, visits / ENOUGH_VISITS));
    }

    /** Hears how far a lane is, 0 to 1, and what its best roster costs. */
    interface Tell {
        void at(double progress, long cost);
    }

    private void remember() {
        bestTotal = total;
        if (best == null) {
            best = new int[persons][];
        }
        for (int p = 0; p < persons; p++) {
            if (best[p] == null || !Arrays.equals(best[p], rows[p])) {
                best[p] = rows[p].clone();
            }
        }
    }

    /** The first roster: one row after another, each the cheapest against those already there. */
    private void fill() {
        int[] order = new int[persons];
        for (int p = 0; p < persons; p++) {
            order[p] = p;
            Arrays.fill(rows[p], Choice.OFF);
        }
        for (int p = persons - 1; p > 0; p--) {
            int q = dice.below(p + 1);
            int t = order[p];
            order[p] = order[q];
            order[q] = t;
        }
        total = 0;
        for (int k = 0; k < model.demands; k++) {
            total += model.demandCost(k, 0);
        }
        for (int p : order) {
            RowRules rules = model.rules[p];
            prices(p, 0, days, 8, 0);
            if (model.graphs != null) {
                pass.cheapest(model.graphs[p], price, rules.choices, choices);
            } else {
                int[] found = builder.beam(rules, price, Model.BEAM);
                System.arraycopy(found == null ? model.anyRow(p) : found, 0, choices, 0, days);
            }
            take(p, 0, days);
            total += insert(p, 0, days);
        }
    }

    private void move(double heat) {
        int many = dice.below(10);
        int n = Math.min(persons, many < 2 ? 1 : many < 7 ? 2 : 3);
        for (int i = 0; i < n; ) {
            int p = dice.below(persons);
            boolean taken = false;
            for (int j = 0; j < i; j++) {
                taken |= out[j] == p;
            }
            if (!taken) {
                out[i++] = p;
            }
        }
        int from = 0;
        int to = days;
        if (model.graphs == null) {
            int length = SHORTEST_SPAN + dice.below(span - SHORTEST_SPAN + 1);
            int at = dice.below(days - 1 + length) - length + 1;
            from = model.cut(Math.max(0, at));
            to = model.cut(Math.min(days, at + length));
            if (to <= from) {
                to = model.cut(Math.min(days, from + SHORTEST_SPAN));
            }
            if (to <= from) {
                return;
            }
        }
        long delta = 0;
        for (int i = 0; i < n; i++) {
            int p = out[i];
            System.arraycopy(rows[p], 0, old[i], 0, days);
            oldOwn[i] = own[p];
            for (int c = 0; c < rate.length; c++) {
                wasOwed[p][c] = model.owed(p, c, done[p][c]);
            }
            delta += remove(p, from, to);
        }
        long noise = Math.max(16, (long) (heat * (1 << FINE) * dice.real()));
        // Else the first would take all that the others left.
        boolean shareOut = dice.below(10) < SHARE_OUT;
        boolean whole = true;
        int placed = 0;
        for (int i = 0; i < n && whole; i++) {
            int p = out[i];
            RowRules rules = model.rules[p];
            RowGraph graph;
            if (model.graphs != null) {
                graph = model.graphs[p];
            } else {
                for (int d = 0; d < days; d++) {
                    asChoices[d] = rules.choice(old[i][d]);
                }
                graph = builder.build(rules, asChoices, from, to, Model.SPAN_EDGES);
                if (graph == null) {
                    span = Math.max(SHORTEST_SPAN, span - SHORTEST_SPAN);
                    whole = false;
                    break;
                }
            }
            prices(p, from, to, noise, shareOut ? n - 1 - i : 0);
            if (pass.cheapest(graph, price, rules.choices, choices) >= RowGraph.NEVER / 2) {
                whole = false;
                break;
            }
            take(p, from, to);
            delta += insert(p, from, to);
            placed++;
        }
        if (whole && (delta <= 0 || delta < -heat * StrictMath.log(dice.real()))) {
            total += delta;
            return;
        }
        for (int i = 0; i < n; i++) {
            int p = out[i];
            if (i < placed) {
                remove(p, from, to);
            }
            System.arraycopy(old[i], 0, rows[p], 0, days);
            insert(p, from, to);
            own[p] = oldOwn[i];
        }
    }

    /** Two persons exchange a few days, where both their rules allow it. */
    private void swap(double heat) {
        if (persons < 2) {
            return;
        }
        int p = dice.below(persons);
        int q = dice.below(persons - 1);
        q += q >= p ? 1 : 0;
        int length = 1 + dice.below(Math.min(days, LONGEST_SWAP));
        int from = dice.below(days - length + 1);
        int to = from + length;
        int[] a = rows[p];
        int[] b = rows[q];
        boolean same = true;
        for (int d = from; d < to; d++) {
            same &= a[d] == b[d];
        }
        if (same) {
            return;
        }
        System.arraycopy(a, 0, old[0], 0, days);
        System.arraycopy(b, 0, old[1], 0, days);
        System.arraycopy(b, from, old[0], from, length);
        System.arraycopy(a, from, old[1], from, length);
        if (!model.rules[p].lawful(old[0], used) || !model.rules[q].lawful(old[1], used)) {
            return;
        }
        oldOwn[0] = own[p];
        oldOwn[1] = own[q];
        long delta = remove(p, from, to) + remove(q, from, to);
        exchange(a, b, from, to);
        delta += insert(p, from, to) + insert(q, from, to);
        if (delta <= 0 || delta < -heat * StrictMath.log(dice.real())) {
            total += delta;
            return;
        }
        remove(p, from, to);
        remove(q, from, to);
        exchange(a, b, from, to);
        insert(p, from, to);
        insert(q, from, to);
    }

    /** Puts into both rows, off in the span by now, what {@link #swap} has in mind: each gets the other's days, or its own back. */
    private void exchange(int[] a, int[] b, int from, int to) {
        System.arraycopy(old[0], from, a, from, to - from);
        System.arraycopy(old[1], from, b, from, to - from);
        int[] t = old[0];
        old[0] = old[1];
        old[1] = t;
    }

    /** Takes a person's days out; the row then stands as off there. The change of the total, own costs included. */
    private long remove(int p, int from, int to) {
        long delta = -own[p];
        int[] row = rows[p];
        for (int d = from; d < to; d++) {
            int s = row[d];
            if (s < 0) {
                continue;
            }
            for (int k : model.serves(p, d, s)) {
                delta += model.demandCost(k, count[k] - 1) - model.demandCost(k, count[k]);
                count[k]--;
            }
            for (int c = 0; c < model.categories; c++) {
                done[p][c] -= model.value(c, d, s);
            }
            row[d] = Choice.OFF;
        }
        return delta;
    }

    /** Counts what stands in the row within the span; the change of the total, own costs included. */
    private long insert(int p, int from, int to) {
        long delta = 0;
        int[] row = rows[p];
        for (int d = from; d < to; d++) {
            int s = row[d];
            if (s < 0) {
                continue;
            }
            for (int k : model.serves(p, d, s)) {
                delta += model.demandCost(k, count[k] + 1) - model.demandCost(k, count[k]);
                count[k]++;
            }
            for (int c = 0; c < model.categories; c++) {
                done[p][c] += model.value(c, d, s);
            }
        }
        own[p] = model.ownCost(p, row, done[p]);
        return delta + own[p];
    }

    /** Writes the choices that were found into the row, each as the duty that was cheapest for it. */
    private void take(int p, int from, int to) {
        int width = model.rules[p].choices;
        for (int d = from; d < to; d++) {
            rows[p][d] = duty[(d - from) * width + choices[d - from]];
        }
    }

    /** What each choice of each day costs this person against the rest of the roster, with a little noise. */
    private void prices(int p, int from, int to, long noise, int others) {
        boolean leave = others > 0;
        RowRules rules = model.rules[p];
        int width = rules.choices;
        boolean fair = rates(p);
        for (int d = from; d < to; d++) {
            int base = (d - from) * width;
            long allowed = rules.allowed[d];
            for (int c = 0; c < width; c++) {
                long least = RowGraph.NEVER >> 12;
                int by = Choice.OFF;
                for (int s : rules.members[c]) {
                    if (!Choice.holds(allowed, s)) {
                        continue;
                    }
                    long cost = model.cellCost(p, d, s);
                    if (s >= 0) {
                        for (int k : model.serves(p, d, s)) {
                            if (count[k] >= model.wanted[k]) {
                                cost += model.over[k];
                            } else if (!leave || dice.below(others + 1) == 0) {
                                cost -= model.under[k];
                            }
                        }
                        if (fair) {
                            for (int k = 0; k < rate.length; k++) {
                                cost += rate[k] * model.value(k, d, s);
                            }
                        }
                    }
                    cost = (cost << FINE) + (noise > 0 ? dice.below(noise) : 0);
                    if (cost < least) {
                        least = cost;
                        by = s;
                    }
                }
                price[base + c] = least;
                duty[base + c] = by;
            }
        }
    }

    /**
     * What one unit of each category costs the person: the slope of the square about where the row was before, more or less. The
     * true square is what the move is judged by.
     */
    private boolean rates(int p) {
        if (!model.shares[p]) {
            return false;
        }
        for (int c = 0; c < rate.length; c++) {
            long owed = StrictMath.round(wasOwed[p][c] * dice.real());
            long wobble = dice.below(2 * model.largest[c] + 1) - model.largest[c];
            long slope = model.weight[c] * 2 * (owed + wobble);
            rate[c] = Math.max(-Model.STEEPEST, Math.min(Model.STEEPEST, slope));
        }
        return true;
    }
}
