package vn.vigil.roster.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A second opinion on rosters, written from the rules' words alone and day by day, unlike {@link Judge}: looks at every window and
 * every day, keeps no runs.
 */
final class Checker {
    private final Problem problem;

    Checker(Problem problem) {
        this.problem = problem;
    }

    boolean lawful(int p, int[] row) {
        return faults(p, row).isEmpty();
    }

    List<String> faults(int p, int[] row) {
        Person who = problem.persons().get(p);
        List<String> bad = new ArrayList<>();
        for (Bar b : who.bars()) {
            if ((b.allowed() & 1L << (row[b.day()] + 1)) == 0) {
                bad.add(b.reason());
            }
        }
        for (Limit l : who.limits()) {
            int sum = 0;
            for (int d = l.first(); d <= l.last(); d++) {
                if (row[d] >= 0 && (l.duties() & 1L << (row[d] + 1)) != 0) {
                    sum += l.unit() == Limit.Unit.DUTIES
                            ? 1
                            : problem.duties().get(row[d]).minutes();
                }
            }
            if (sum < l.min() || sum > l.max()) {
                bad.add(l.reason());
            }
        }
        // The past as a longer row: the run, the day that ended it, and what the six days say.
        int past = who.history() == null ? 0 : who.history().run() + 1;
        int n = row.length + past;
        boolean[] on = new boolean[n];
        boolean[] night = new boolean[n];
        int[] what = new int[n];
        java.util.Arrays.fill(what, Choice.OFF);
        if (past > 0) {
            boolean worked = who.history().last() >= 0;
            on[0] = !worked;
            for (int i = 1; i < past; i++) {
                on[i] = worked;
            }
            for (int i = 0; i < who.history().nights(); i++) {
                night[past - 1 - i] = true;
            }
            what[past - 1] = who.history().last();
        }
        for (int d = 0; d < row.length; d++) {
            on[past + d] = row[d] >= 0;
            night[past + d] = row[d] >= 0 && problem.duties().get(row[d]).night();
            what[past + d] = row[d];
        }
        Successions follow = who.successions() == null ? problem.successions() : who.successions();
        for (int i = Math.max(1, past); i < n; i++) {
            if (what[i - 1] >= 0 && what[i] >= 0 && follow.forbidden(what[i - 1], what[i])) {
                bad.add("succession");
            }
        }
        Runs r = who.runs();
        for (int i = past; i < n; i++) {
            if (back(on, i, true) > r.maxWork()) {
                bad.add("max work");
            }
            if (back(night, i, true) > r.maxNights()) {
                bad.add("max nights");
            }
            // A run that has just ended, with a known beginning.
            if (i > 0 && on[i] != on[i - 1]) {
                int length = back(on, i - 1, on[i - 1]);
                boolean begun = i - 1 - length >= 0;
                if (begun && length < (on[i - 1] ? r.minWork() : r.minOff())) {
                    bad.add("min run");
                }
            }
        }
        for (int d = 0; d < row.length; d++) {
            int worked = 0;
            for (int e = d - 6; e <= d; e++) {
                boolean was = e >= 0
                        ? row[e] >= 0
                        : who.history() != null && (who.history().lastSix() & 1 << (-e - 1)) != 0;
                worked += was ? 1 : 0;
            }
            if (row[d] >= 0 && worked > r.maxInSeven()) {
                bad.add("seven");
            }
        }
        int weekends = 0;
        for (int d = -1; d < row.length; d++) {
            if ((problem.firstWeekday().getValue() + d + 7) % 7 == 6) {
                boolean worked = d >= 0 && row[d] >= 0 || d + 1 < row.length && row[d + 1] >= 0;
                weekends += worked ? 1 : 0;
            }
        }
        if (weekends > r.maxWeekends()) {
            bad.add("weekends");
        }
        return bad;
    }

    /** How many days in a row, up to this one, were so. */
    private static int back(boolean[] days, int at, boolean so) {
        int length = 0;
        for (int i = at; i >= 0 && days[i] == so; i--) {
            length++;
        }
        return length;
    }

    /** Cost with a price on each person that a hard demand misses. */
    long cost(int[][] rows, long hole) {
        long cost = problem.constant();
        for (Demand d : problem.demands()) {
            int there = 0;
            for (int p = 0; p < rows.length; p++) {
                boolean counts = d.persons() == null || d.persons().contains(p);
                there += counts && rows[p][d.day()] >= 0 && (d.duties() & 1L << (rows[p][d.day()] + 1)) != 0 ? 1 : 0;
            }
            long missing = Math.max(0, d.wanted() - there);
            cost += missing * (d.under() + (d.hard() ? hole : 0)) + Math.max(0, there - d.wanted()) * d.over();
        }
        for (CellCost c : problem.cellCosts()) {
            cost += rows[c.person()][c.day()] == c.choice() ? c.cost() : 0;
        }
        for (int p = 0; p < rows.length; p++) {
            cost += row(p, rows[p]);
        }
        return cost;
    }

    private long row(int p, int[] row) {
        Person who = problem.persons().get(p);
        Successions follow = who.successions() == null ? problem.successions() : who.successions();
        long cost = 0;
        for (int d = 0; d < row.length; d++) {
            int yesterday = d > 0
                    ? row[d - 1]
                    : who.history() == null ? Choice.OFF : who.history().last();
            if (yesterday >= 0 && row[d] >= 0) {
                cost += follow.cost(yesterday, row[d]);
            }
            // A lone day shows on the day after it.
            if (d == 0 && who.history() != null && who.history().run() == 1) {
                boolean was = who.history().last() >= 0;
                cost += was == row[0] >= 0 ? 0 : was ? problem.loneWork() : problem.loneOff();
            }
            if (d > 0 && (d > 1 || who.history() != null)) {
                boolean before = d > 1 ? row[d - 2] >= 0 : who.history().last() >= 0;
                boolean lone = row[d - 1] >= 0;
                if (before != lone && row[d] >= 0 != lone) {
                    cost += lone ? problem.loneWork() : problem.loneOff();
                }
            }
        }
        for (int c = 0; c < who.shares().size(); c++) {
            long owed = who.shares().get(c).carry() - who.shares().get(c).target();
            int[][] values = problem.categories().get(c).values();
            for (int d = 0; d < row.length; d++) {
                owed += row[d] >= 0 ? values[d][row[d]] : 0;
            }
            cost += problem.categories().get(c).weight() * owed * owed;
        }
        return cost;
    }
}
