package vn.vigil.roster.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A problem laid out in arrays for the search, with everything that depends on it alone. Read by several lanes, never changed. */
final class Model {
    /** Most rows that a move takes out. */
    static final int MOST_OUT = 3;
    /** No price of fairness is steeper, so that a row's sum stays far from overflow. */
    static final long STEEPEST = 1_000_000_000L;
    /** A row's graph of the whole period is kept while it has no more edges … */
    private static final int ROW_EDGES = 600_000;
    /** … and all together no more than these, some 300 MB; else moves take out spans of days. */
    private static final long ALL_EDGES = 24_000_000;

    static final int SPAN_EDGES = 150_000;
    static final int LONGEST_SPAN = 28;
    static final int BEAM = 60;
    private static final int[] WIDER = {60, 1_000, 20_000};

    final int persons;
    final int days;
    final int duties;
    final int demands;
    final int categories;
    final RowRules[] rules;
    /** The graph of each person's whole row; null when spans are to be taken. */
    final RowGraph[] graphs;
    /** Persons whose rules allow no row. */
    final List<Integer> stuck = new ArrayList<>();

    final int[] wanted;
    final long[] under;
    final long[] over;
    final boolean[] shares;
    final long[] weight;
    final long[] largest;
    /** Most resources of any person. */
    final int mostResources;
    /** No roster is cheaper. */
    final long floor;
    /** What a hole costs above all else. */
    final long hole;
    /** The temperature to begin at: between the dearest and the cheapest thing that can be gained or lost. */
    final double hot;

    private final Problem problem;
    private final boolean[] lateCut;
    private final int[][][] serves;
    private final long[][] cell;
    private final int[][] values;
    private final long[][] due;
    private final int[][] anyRow;

    Model(Problem problem) {
        this(problem, true);
    }

    /** @param unrolled whether to make the rows' graphs, without which nothing can be searched */
    Model(Problem problem, boolean unrolled) {
        this.problem = problem;
        persons = problem.persons().size();
        days = problem.days();
        duties = problem.duties().size();
        demands = problem.demands().size();
        categories = problem.categories().size();
        lateCut = new boolean[days + 1];
        for (int d = 1; d < days; d++) {
            lateCut[d] = problem.weekday(d) == 6;
        }

        cell = new long[persons][];
        long cellFloor = 0;
        long dearest = 1;
        for (CellCost c : problem.cellCosts()) {
            if (cell[c.person()] == null) {
                cell[c.person()] = new long[days * (duties + 1)];
            }
            cell[c.person()][c.day() * (duties + 1) + c.choice() + 1] += c.cost();
        }
        for (int p = 0; p < persons; p++) {
            if (cell[p] == null) {
                continue;
            }
            for (int d = 0; d < days; d++) {
                long least = Long.MAX_VALUE;
                for (int s = 0; s <= duties; s++) {
                    long cost = cell[p][d * (duties + 1) + s];
                    least = Math.min(least, cost);
                    dearest = Math.max(dearest, Math.abs(cost));
                }
                cellFloor += least;
            }
        }
        floor = cellFloor;

        weight = new long[categories];
        largest = new long[categories];
        values = new int[categories][days * duties];
        long owing = 0;
        for (int c = 0; c < categories; c++) {
            Category category = problem.categories().get(c);
            weight[c] = category.weight();
            for (int d = 0; d < days; d++) {
                for (int s = 0; s < duties; s++) {
                    int v = category.value(d, s);
                    values[c][d * duties + s] = v;
                    largest[c] = Math.max(largest[c], v);
                }
            }
            owing += weight[c] * largest[c] * largest[c];
        }
        shares = new boolean[persons];
        due = new long[persons][categories];
        for (int p = 0; p < persons; p++) {
            Person who = problem.persons().get(p);
            shares[p] = !who.shares().isEmpty() && categories > 0;
            for (int c = 0; shares[p] && c < categories; c++) {
                Share share = who.shares().get(c);
                due[p][c] = share.carry() - share.target();
            }
        }

        wanted = new int[demands];
        under = new long[demands];
        over = new long[demands];
        long dearestUnder = 1;
        for (int k = 0; k < demands; k++) {
            Demand d = problem.demands().get(k);
            wanted[k] = d.wanted();
            under[k] = d.under();
            over[k] = d.over();
            dearestUnder = Math.max(dearestUnder, Math.max(d.under(), d.over()));
        }
        hot = hot();
        hole = Math.min(Checks.LARGEST, 20 * (dearest + dearestUnder + owing + problem.loneWork() + problem.loneOff()));
        for (int k = 0; k < demands; k++) {
            if (problem.demands().get(k).hard()) {
                under[k] += hole;
            }
        }
        serves = new int[persons][][];
        serve();

        rules = new RowRules[persons];
        int counted = 0;
        for (int p = 0; p < persons; p++) {
            rules[p] = new RowRules(problem, p);
            counted = Math.max(counted, rules[p].resources);
        }
        mostResources = counted;
        anyRow = new int[persons][];
        graphs = unrolled ? unroll() : null;
    }

    /**
     * Measured on the public instances: ten is right where people missing cost a hundred and wishes one, and so is the geometric
     * mean where other costs are meant.
     */
    private double hot() {
        long[] range = {Long.MAX_VALUE, 1};
        for (Demand d : problem.demands()) {
            widen(range, d.under());
            widen(range, d.over());
        }
        for (CellCost c : problem.cellCosts()) {
            widen(range, Math.abs(c.cost()));
        }
        widen(range, problem.loneWork());
        widen(range, problem.loneOff());
        for (int c = 0; c < categories; c++) {
            widen(range, weight[c] * largest[c] * largest[c]);
        }
        return Math.max(1, StrictMath.sqrt((double) range[1] * Math.min(range[0], range[1])));
    }

    private static void widen(long[] range, long cost) {
        if (cost > 0) {
            range[0] = Math.min(range[0], cost);
            range[1] = Math.max(range[1], cost);
        }
    }

    /** Which demands a duty on a day serves, one table for all persons who serve the same ones. */
    private void serve() {
        Map<BitSet, int[][]> tables = new HashMap<>();
        for (int p = 0; p < persons; p++) {
            BitSet mine = new BitSet(demands);
            for (int k = 0; k < demands; k++) {
                Demand d = problem.demands().get(k);
                if (d.persons() == null || d.persons().contains(p)) {
                    mine.set(k);
                }
            }
            serves[p] = tables.computeIfAbsent(mine, this::table);
        }
    }

    private int[][] table(BitSet mine) {
        List<List<Integer>> lists = new ArrayList<>();
        for (int i = 0; i < days * duties; i++) {
            lists.add(null);
        }
        for (int k = mine.nextSetBit(0); k >= 0; k = mine.nextSetBit(k + 1)) {
            Demand d = problem.demands().get(k);
            for (int s = 0; s < duties; s++) {
                if (Choice.holds(d.duties(), s)) {
                    int at = d.day() * duties + s;
                    if (lists.get(at) == null) {
                        lists.set(at, new ArrayList<>());
                    }
                    lists.get(at).add(k);
                }
            }
        }
        int[][] table = new int[days * duties][];
        int[] none = {};
        for (int i = 0; i < table.length; i++) {
            table[i] = lists.get(i) == null
                    ? none
                    : lists.get(i).stream().mapToInt(k -> k).toArray();
        }
        return table;
    }

    private RowGraph[] unroll() {
        RowGraphBuilder builder = new RowGraphBuilder();
        RowGraph[] all = new RowGraph[persons];
        long edges = 0;
        for (int p = 0; p < persons; p++) {
            RowGraph g = builder.build(rules[p], null, 0, days, ROW_EDGES);
            if (g == null) {
                all = null;
                break;
            }
            all[p] = g.trimmed();
            edges += all[p].edges;
            if (edges > ALL_EDGES) {
                all = null;
                break;
            }
            if (!all[p].possible()) {
                stuck.add(p);
            }
        }
        if (all == null) {
            stuck.clear();
            Dice dice = new Dice(1);
            for (int p = 0; p < persons; p++) {
                for (int i = 0; i < WIDER.length && anyRow[p] == null; i++) {
                    long[] price = new long[days * rules[p].choices];
                    for (int j = 0; j < price.length; j++) {
                        price[j] = dice.below(16);
                    }
                    anyRow[p] = builder.beam(rules[p], price, WIDER[i]);
                }
                if (anyRow[p] == null) {
                    stuck.add(p);
                }
            }
        }
        return all;
    }

    /** Some lawful row, as choices; only where there are no {@link #graphs}. */
    int[] anyRow(int p) {
        return anyRow[p];
    }

    int[] serves(int p, int day, int duty) {
        return serves[p][day * duties + duty];
    }

    long demandCost(int k, int present) {
        int missing = wanted[k] - present;
        return missing > 0 ? under[k] * missing : over[k] * -missing;
    }

    long cellCost(int p, int day, int choice) {
        return cell[p] == null ? 0 : cell[p][day * (duties + 1) + choice + 1];
    }

    int value(int category, int day, int duty) {
        return values[category][day * duties + duty];
    }

    long owed(int p, int category, long done) {
        return due[p][category] + done;
    }

    /** Where a span of days may begin or end: never between a Saturday and its Sunday, which count as one. */
    int cut(int day) {
        return lateCut[day] ? day + 1 : day;
    }

    /** What a row costs by itself: cells, pairs of days, lone days, fairness. */
    long ownCost(int p, int[] row, long[] done) {
        long cost = 0;
        if (cell[p] != null) {
            for (int d = 0; d < days; d++) {
                cost += cell[p][d * (duties + 1) + row[d] + 1];
            }
        }
        RowRules r = rules[p];
        if (r.anySoft) {
            int node = r.start;
            for (int d = 0; d < days; d++) {
                int c = r.choice(row[d]);
                cost += r.soft[node * r.choices + c];
                node = r.next[node * r.choices + c];
            }
        }
        if (shares[p]) {
            for (int c = 0; c < categories; c++) {
                long owed = due[p][c] + done[c];
                cost += weight[c] * owed * owed;
            }
        }
        return cost;
    }
}
