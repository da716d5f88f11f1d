package vn.vigil.roster.search;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a roster against a problem: what it costs and which hard rules it breaks. It counts from the finished roster alone and
 * shares no code with the search. Stateless.
 */
public final class Judge {
    private static final int SATURDAY = 5;

    private Judge() {}

    /** What a roster costs. */
    public static Score score(Problem problem, Roster roster) {
        long under = 0;
        long over = 0;
        List<Hole> holes = new ArrayList<>();
        for (int i = 0; i < problem.demands().size(); i++) {
            Demand d = problem.demands().get(i);
            int present = 0;
            for (int p = 0; p < roster.persons(); p++) {
                if (Choice.holds(d.duties(), roster.at(p, d.day()))
                        && (d.persons() == null || d.persons().contains(p))) {
                    present++;
                }
            }
            if (present < d.wanted()) {
                under += d.under() * (d.wanted() - present);
                if (d.hard()) {
                    holes.add(new Hole(i, d.wanted() - present));
                }
            } else {
                over += d.over() * (present - d.wanted());
            }
        }
        long wishes = problem.constant();
        for (CellCost c : problem.cellCosts()) {
            if (roster.at(c.person(), c.day()) == c.choice()) {
                wishes += c.cost();
            }
        }
        long rotation = 0;
        long fairness = 0;
        for (int p = 0; p < roster.persons(); p++) {
            rotation += rotation(problem, p, roster.row(p));
            Person person = problem.persons().get(p);
            for (int c = 0; c < person.shares().size(); c++) {
                long owed = owed(problem, roster, p, c);
                fairness += problem.categories().get(c).weight() * owed * owed;
            }
        }
        return new Score(under, over, wishes, rotation, fairness, holes);
    }

    /** What a person owes in a category after this roster: carry + done − target; positive when too much was done. */
    public static long owed(Problem problem, Roster roster, int person, int category) {
        Share share = problem.persons().get(person).shares().get(category);
        return share.carry() + done(problem, roster, person, category) - share.target();
    }

    /** How much of a category a person does in this roster. */
    public static long done(Problem problem, Roster roster, int person, int category) {
        long done = 0;
        for (int d = 0; d < problem.days(); d++) {
            done += problem.categories().get(category).value(d, roster.at(person, d));
        }
        return done;
    }

    private static long rotation(Problem problem, int p, int[] row) {
        Successions follow = problem.successions(p);
        History before = problem.persons().get(p).history();
        long cost = 0;
        int yesterday = before == null ? Choice.OFF : before.last();
        for (int today : row) {
            if (yesterday >= 0 && today >= 0) {
                cost += follow.cost(yesterday, today);
            }
            yesterday = today;
        }
        for (Run r : runs(row, before)) {
            if (r.inner && r.length == 1) {
                cost += r.work ? problem.loneWork() : problem.loneOff();
            }
        }
        return cost;
    }

    /** Every hard rule that a roster breaks; empty for a lawful one. */
    public static List<Breach> breaches(Problem problem, Roster roster) {
        List<Breach> found = new ArrayList<>();
        for (int p = 0; p < roster.persons(); p++) {
            row(problem, p, roster.row(p), found);
        }
        return found;
    }

    private static void row(Problem problem, int p, int[] row, List<Breach> found) {
        Person person = problem.persons().get(p);
        Runs rules = person.runs();
        History before = person.history();
        for (Bar b : person.bars()) {
            if (!Choice.holds(b.allowed(), row[b.day()])) {
                found.add(new Breach(p, b.day(), Breach.Rule.BAR, b.reason()));
            }
        }
        for (Limit l : person.limits()) {
            long amount = 0;
            for (int d = l.first(); d <= l.last(); d++) {
                if (row[d] >= 0 && Choice.holds(l.duties(), row[d])) {
                    amount += l.unit() == Limit.Unit.DUTIES
                            ? 1
                            : problem.duties().get(row[d]).minutes();
                }
            }
            if (amount < l.min() || amount > l.max()) {
                found.add(new Breach(p, l.first(), Breach.Rule.LIMIT, l.reason()));
            }
        }
        Successions follow = problem.successions(p);
        int yesterday = before == null ? Choice.OFF : before.last();
        int nights = before == null ? 0 : before.nights();
        int seven = before == null ? 0 : before.lastSix();
        for (int d = 0; d < row.length; d++) {
            if (yesterday >= 0 && row[d] >= 0 && follow.forbidden(yesterday, row[d])) {
                found.add(new Breach(p, d, Breach.Rule.SUCCESSION, null));
            }
            nights = row[d] >= 0 && problem.duties().get(row[d]).night() ? nights + 1 : 0;
            if (nights > rules.maxNights()) {
                found.add(new Breach(p, d, Breach.Rule.MAX_NIGHTS, null));
            }
            seven = (seven << 1 | (row[d] >= 0 ? 1 : 0)) & 127;
            if (row[d] >= 0 && Integer.bitCount(seven) > rules.maxInSeven()) {
                found.add(new Breach(p, d, Breach.Rule.MAX_IN_SEVEN, null));
            }
            yesterday = row[d];
        }
        for (Run r : runs(row, before)) {
            if (r.work && r.within > 0 && r.length > rules.maxWork()) {
                found.add(new Breach(p, r.first, Breach.Rule.MAX_WORK, null));
            }
            if (r.work && r.inner && r.length < rules.minWork()) {
                found.add(new Breach(p, r.first, Breach.Rule.MIN_WORK, null));
            }
            if (!r.work && r.inner && r.length < rules.minOff()) {
                found.add(new Breach(p, r.first, Breach.Rule.MIN_OFF, null));
            }
        }
        int weekends = 0;
        for (int d = 0; d < row.length; d++) {
            boolean saturday = problem.weekday(d) == SATURDAY;
            boolean sunday = problem.weekday(d) == SATURDAY + 1;
            boolean counted = sunday && d > 0 && row[d - 1] >= 0;
            if (row[d] >= 0 && (saturday || sunday && !counted)) {
                weekends++;
            }
        }
        if (weekends > rules.maxWeekends()) {
            found.add(new Breach(p, 0, Breach.Rule.MAX_WEEKENDS, null));
        }
    }

    /**
     * A run of days worked or off.
     *
     * @param length in days, history included
     * @param within how many of them lie in the period
     * @param inner whether both its ends are known: least lengths hold then
     */
    private record Run(boolean work, int first, int length, int within, boolean inner) {}

    private static List<Run> runs(int[] row, History before) {
        List<Run> runs = new ArrayList<>();
        int from = 0;
        int earlier = 0;
        if (before != null) {
            boolean on = before.last() >= 0;
            if (on == row[0] >= 0) {
                earlier = before.run();
            } else {
                runs.add(new Run(on, 0, before.run(), 0, true));
            }
        }
        for (int d = 1; d <= row.length; d++) {
            if (d == row.length || row[d] >= 0 != row[from] >= 0) {
                boolean inner = d < row.length && (from > 0 || before != null);
                runs.add(new Run(row[from] >= 0, from, d - from + earlier, d - from, inner));
                earlier = 0;
                from = d;
            }
        }
        return runs;
    }
}
