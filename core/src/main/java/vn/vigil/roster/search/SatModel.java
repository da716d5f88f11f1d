package vn.vigil.roster.search;

import com.google.ortools.sat.BoolVar;
import com.google.ortools.sat.Constraint;
import com.google.ortools.sat.CpModel;
import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.IntVar;
import com.google.ortools.sat.LinearExpr;
import com.google.ortools.sat.LinearExprBuilder;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A problem said to OR-Tools CP-SAT: a truth value for each person, day and choice, and the rules as clauses and sums. It is
 * written from the problem alone and shares nothing with the dynamic program, so that each checks the other. For one thread.
 */
final class SatModel {
    /** Squares over a wider range are left to the solver's multiplication. */
    private static final long MOST_TANGENTS = 400;

    final CpModel model = new CpModel();
    private final Problem problem;
    private final int persons;
    private final int days;
    private final int duties;
    /** {@code cell[p][d][choice + 1]}. */
    private final BoolVar[][][] cell;

    /** A roster whose values every variable gets as a hint; null for none. */
    private final Roster hint;
    /** Whether rules hold only under a literal each, so that a conflict can be named. */
    private final boolean named;

    private final Map<Rule, BoolVar> rules = new LinkedHashMap<>();
    private final LinearExprBuilder objective = LinearExpr.newBuilder();

    SatModel(Problem problem, Roster hint, boolean named) {
        this.problem = problem;
        this.hint = hint;
        this.named = named;
        persons = problem.persons().size();
        days = problem.days();
        duties = problem.duties().size();
        cell = new BoolVar[persons][days][duties + 1];
        for (int p = 0; p < persons; p++) {
            for (int d = 0; d < days; d++) {
                for (int c = 0; c <= duties; c++) {
                    cell[p][d][c] = truth(hint != null && hint.at(p, d) == c - 1);
                }
                model.addExactlyOne(cell[p][d]);
            }
        }
        for (int p = 0; p < persons; p++) {
            person(p);
        }
    }

    /** How many truth values the cells alone take. */
    static long size(Problem problem) {
        return (long) problem.persons().size()
                * problem.days()
                * (problem.duties().size() + 1);
    }

    /** Every named rule and its literal, in the order of making. */
    Map<Rule, BoolVar> rules() {
        return rules;
    }

    Roster roster(CpSolver solver) {
        int[][] rows = new int[persons][days];
        for (int p = 0; p < persons; p++) {
            for (int d = 0; d < days; d++) {
                for (int c = 0; c <= duties; c++) {
                    if (solver.booleanValue(cell[p][d][c])) {
                        rows[p][d] = c - 1;
                    }
                }
            }
        }
        return Roster.of(rows);
    }

    private BoolVar truth(boolean value) {
        BoolVar v = model.newBoolVar("");
        if (hint != null) {
            model.addHint((Literal) v, value);
        }
        return v;
    }

    private IntVar amount(long least, long most, long value) {
        IntVar v = model.newIntVar(least, most, "");
        if (hint != null) {
            model.addHint(v, value);
        }
        return v;
    }

    private void under(Rule rule, Constraint constraint) {
        if (named) {
            constraint.onlyEnforceIf(rules.computeIfAbsent(rule, r -> model.newBoolVar("")));
        }
    }

    private Literal off(int p, int d) {
        return cell[p][d][0];
    }

    private Literal fixed(boolean value) {
        return value ? model.trueLiteral() : model.falseLiteral();
    }

    private void person(int p) {
        Person who = problem.persons().get(p);
        for (Bar b : who.bars()) {
            Rule rule = new Rule(Rule.Kind.BAR, p, b.day(), -1, b.reason(), 0);
            List<Literal> barred = new ArrayList<>();
            for (int c = 0; c <= duties; c++) {
                if (!Choice.holds(b.allowed(), c - 1)) {
                    barred.add(cell[p][b.day()][c].not());
                }
            }
            if (!barred.isEmpty()) {
                under(rule, model.addBoolAnd(barred));
            }
        }
        for (int i = 0; i < who.limits().size(); i++) {
            limit(p, i, who.limits().get(i));
        }
        Successions follow = problem.successions(p);
        Rule succession = new Rule(Rule.Kind.SUCCESSION, p, -1, -1, null, 0);
        for (int a = 0; a < duties; a++) {
            for (int b = 0; b < duties; b++) {
                if (follow.forbidden(a, b)) {
                    if (who.history() != null && who.history().last() == a) {
                        under(succession, model.addBoolAnd(new Literal[] {cell[p][0][b + 1].not()}));
                    }
                    for (int d = 0; d + 1 < days; d++) {
                        under(
                                succession,
                                model.addBoolOr(new Literal[] {cell[p][d][a + 1].not(), cell[p][d + 1][b + 1].not()}));
                    }
                }
            }
        }
        runs(p, who);
        nights(p, who);
        weekends(p, who);
    }

    private void limit(int p, int i, Limit l) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int d = l.first(); d <= l.last(); d++) {
            for (int s = 0; s < duties; s++) {
                if (Choice.holds(l.duties(), s)) {
                    sum.addTerm(
                            cell[p][d][s + 1],
                            l.unit() == Limit.Unit.DUTIES
                                    ? 1
                                    : problem.duties().get(s).minutes());
                }
            }
        }
        if (l.max() < Limit.NONE) {
            under(
                    new Rule(Rule.Kind.LIMIT_MAX, p, l.first(), i, l.reason(), l.max()),
                    model.addLessOrEqual(sum, l.max()));
        }
        if (l.min() > 0) {
            under(
                    new Rule(Rule.Kind.LIMIT_MIN, p, l.first(), i, l.reason(), l.min()),
                    model.addGreaterOrEqual(sum, l.min()));
        }
    }

    /** Days off, with as much of the time before the period as the rules look back to. */
    private Literal[] offs(int p, Person who) {
        List<Literal> all = new ArrayList<>();
        if (who.history() != null) {
            Runs r = who.runs();
            int enough = Math.max(Math.max(r.minWork(), r.minOff()), Math.min(r.maxWork(), days)) + 1;
            boolean worked = who.history().last() >= 0;
            all.add(fixed(worked));
            for (int i = 0; i < Math.min(enough, who.history().run()); i++) {
                all.add(fixed(!worked));
            }
        }
        for (int d = 0; d < days; d++) {
            all.add(off(p, d));
        }
        return all.toArray(new Literal[0]);
    }

    private void runs(int p, Person who) {
        Runs r = who.runs();
        Literal[] off = offs(p, who);
        int known = off.length - days;
        if (r.maxWork() < days + known) {
            Rule rule = new Rule(Rule.Kind.MAX_WORK, p, -1, -1, null, r.maxWork());
            for (int first = 0; first + r.maxWork() < off.length; first++) {
                if (first + r.maxWork() >= known) {
                    Literal[] window = new Literal[r.maxWork() + 1];
                    System.arraycopy(off, first, window, 0, window.length);
                    under(rule, model.addBoolOr(window));
                }
            }
        }
        least(new Rule(Rule.Kind.MIN_WORK, p, -1, -1, null, r.minWork()), off, known, r.minWork(), true);
        least(new Rule(Rule.Kind.MIN_OFF, p, -1, -1, null, r.minOff()), off, known, r.minOff(), false);
        if (r.maxInSeven() < 7) {
            Rule rule = new Rule(Rule.Kind.MAX_IN_SEVEN, p, -1, -1, null, r.maxInSeven());
            for (int last = 0; last < days; last++) {
                LinearExprBuilder worked = LinearExpr.newBuilder();
                for (int d = last - 6; d <= last; d++) {
                    if (d >= 0) {
                        worked.addTerm(off(p, d).not(), 1);
                    } else if (who.history() != null && (who.history().lastSix() >>> (-d - 1) & 1) != 0) {
                        worked.add(1);
                    }
                }
                // A window whose last day is off is the business of the window before.
                Constraint c = model.addLessOrEqual(worked, r.maxInSeven());
                List<Literal> when = new ArrayList<>();
                when.add(off(p, last).not());
                if (named) {
                    when.add(rules.computeIfAbsent(rule, x -> model.newBoolVar("")));
                }
                c.onlyEnforceIf(when.toArray(new Literal[0]));
            }
        }
    }

    /** Forbids runs shorter than {@code least} between two days of the other kind. */
    private void least(Rule rule, Literal[] off, int known, int least, boolean work) {
        for (int length = 1; length < Math.min(least, off.length); length++) {
            for (int first = 0; first + length + 1 < off.length; first++) {
                if (first + length + 1 < known) {
                    continue;
                }
                Literal[] not = new Literal[length + 2];
                for (int i = 0; i < not.length; i++) {
                    boolean end = i == 0 || i == length + 1;
                    Literal day = off[first + i];
                    not[i] = end == work ? day.not() : day;
                }
                under(rule, model.addBoolOr(not));
            }
        }
    }

    private void nights(int p, Person who) {
        int most = who.runs().maxNights();
        int before = who.history() == null ? 0 : who.history().nights();
        if (most >= days + before) {
            return;
        }
        Rule rule = new Rule(Rule.Kind.MAX_NIGHTS, p, -1, -1, null, most);
        for (int last = 0; last < days; last++) {
            int first = last - most;
            if (first < -before) {
                continue;
            }
            LinearExprBuilder sum = LinearExpr.newBuilder();
            for (int d = first; d <= last; d++) {
                for (int s = 0; s < duties; s++) {
                    if (d >= 0 && problem.duties().get(s).night()) {
                        sum.addTerm(cell[p][d][s + 1], 1);
                    }
                }
            }
            under(rule, model.addLessOrEqual(sum, last - Math.max(first, 0)));
        }
    }

    private void weekends(int p, Person who) {
        int most = who.runs().maxWeekends();
        if (most >= days / 7 + 2) {
            return;
        }
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int d = 0; d < days; d++) {
            boolean saturday = problem.weekday(d) == 5;
            if (saturday || d == 0 && problem.weekday(0) == 6) {
                int last = saturday && d + 1 < days ? d + 1 : d;
                boolean worked = hint != null && (hint.at(p, d) >= 0 || hint.at(p, last) >= 0);
                BoolVar weekend = truth(worked);
                for (int day = d; day <= last; day++) {
                    model.addBoolOr(new Literal[] {off(p, day), weekend});
                }
                sum.addTerm(weekend, 1);
            }
        }
        under(new Rule(Rule.Kind.MAX_WEEKENDS, p, -1, -1, null, most), model.addLessOrEqual(sum, most));
    }

    private LinearExprBuilder present(Demand d) {
        LinearExprBuilder sum = LinearExpr.newBuilder();
        for (int p = 0; p < persons; p++) {
            if (d.persons() == null || d.persons().contains(p)) {
                for (int s = 0; s < duties; s++) {
                    if (Choice.holds(d.duties(), s)) {
                        sum.addTerm(cell[p][d.day()][s + 1], 1);
                    }
                }
            }
        }
        return sum;
    }

    /** Hard demands as rules. */
    void demandAll() {
        for (int k = 0; k < problem.demands().size(); k++) {
            Demand d = problem.demands().get(k);
            if (d.hard() && d.wanted() > 0) {
                under(
                        new Rule(Rule.Kind.DEMAND, -1, d.day(), k, d.name(), d.wanted()),
                        model.addGreaterOrEqual(present(d), d.wanted()));
            }
        }
    }

    /**
     * All costs as the objective.
     *
     * @param hole what each person that a hard demand misses costs besides; 0 where none may be missing
     */
    void minimize(long hole) {
        for (int k = 0; k < problem.demands().size(); k++) {
            demandCost(k, hole);
        }
        for (CellCost c : problem.cellCosts()) {
            objective.addTerm(cell[c.person()][c.day()][c.choice() + 1], c.cost());
        }
        objective.add(problem.constant());
        for (int p = 0; p < persons; p++) {
            rotation(p);
            fairness(p);
        }
        model.minimize(objective);
    }

    private void demandCost(int k, long hole) {
        Demand d = problem.demands().get(k);
        int serving = 0;
        int there = 0;
        for (int p = 0; p < persons; p++) {
            if (d.persons() == null || d.persons().contains(p)) {
                serving++;
                there += hint != null && Choice.holds(d.duties(), hint.at(p, d.day())) ? 1 : 0;
            }
        }
        long dear = d.under() + (d.hard() ? hole : 0);
        if (d.hard() && hole == 0) {
            model.addGreaterOrEqual(present(d), d.wanted());
        } else if (dear > 0 && d.wanted() > 0) {
            IntVar missing = amount(0, d.wanted(), Math.max(0, d.wanted() - there));
            model.addGreaterOrEqual(present(d).add(missing), d.wanted());
            objective.addTerm(missing, dear);
        }
        if (d.over() > 0 && serving > d.wanted()) {
            IntVar spare = amount(0, serving - d.wanted(), Math.max(0, there - d.wanted()));
            model.addLessOrEqual(present(d).addTerm(spare, -1), d.wanted());
            objective.addTerm(spare, d.over());
        }
    }

    private void rotation(int p) {
        Successions follow = problem.successions(p);
        History before = problem.persons().get(p).history();
        for (int a = 0; a < duties; a++) {
            for (int b = 0; b < duties; b++) {
                long cost = follow.cost(a, b);
                if (cost == 0 || follow.forbidden(a, b)) {
                    continue;
                }
                if (before != null && before.last() == a) {
                    objective.addTerm(cell[p][0][b + 1], cost);
                }
                for (int d = 0; d + 1 < days; d++) {
                    pattern(
                            cost,
                            new Literal[] {cell[p][d][a + 1], cell[p][d + 1][b + 1]},
                            hint != null && hint.at(p, d) == a && hint.at(p, d + 1) == b);
                }
            }
        }
        lone(p, before, problem.loneWork(), true);
        lone(p, before, problem.loneOff(), false);
    }

    /** A single day of one kind between two of the other. */
    private void lone(int p, History before, long cost, boolean work) {
        if (cost == 0) {
            return;
        }
        if (before != null && before.last() >= 0 == work && before.run() == 1) {
            objective.addTerm(work ? off(p, 0) : off(p, 0).not(), cost);
        }
        for (int d = 0; d + 1 < days; d++) {
            List<Literal> all = new ArrayList<>();
            boolean so = true;
            if (d > 0) {
                all.add(work ? off(p, d - 1) : off(p, d - 1).not());
                so = hint != null && hint.at(p, d - 1) < 0 == work;
            } else if (before == null || before.last() < 0 != work) {
                continue;
            }
            all.add(work ? off(p, d).not() : off(p, d));
            all.add(work ? off(p, d + 1) : off(p, d + 1).not());
            so = so && hint != null && hint.at(p, d) >= 0 == work && hint.at(p, d + 1) < 0 == work;
            pattern(cost, all.toArray(new Literal[0]), so);
        }
    }

    private void pattern(long cost, Literal[] all, boolean so) {
        BoolVar there = truth(so);
        Literal[] clause = new Literal[all.length + 1];
        for (int i = 0; i < all.length; i++) {
            clause[i] = all[i].not();
        }
        clause[all.length] = there;
        model.addBoolOr(clause);
        objective.addTerm(there, cost);
    }

    private void fairness(int p) {
        List<Share> shares = problem.persons().get(p).shares();
        for (int c = 0; c < shares.size(); c++) {
            Category category = problem.categories().get(c);
            if (category.weight() == 0) {
                continue;
            }
            long fixed = shares.get(c).carry() - shares.get(c).target();
            long most = 0;
            LinearExprBuilder owed = LinearExpr.newBuilder();
            for (int d = 0; d < days; d++) {
                int top = 0;
                for (int s = 0; s < duties; s++) {
                    int v = category.value(d, s);
                    top = Math.max(top, v);
                    if (v > 0) {
                        owed.addTerm(cell[p][d][s + 1], v);
                    }
                }
                most += top;
            }
            owed.add(fixed);
            long high = fixed + most;
            long now = hint == null ? 0 : Judge.owed(problem, hint, p, c);
            long largest = Math.max(fixed * fixed, high * high);
            IntVar square = amount(0, largest, now * now);
            if (most <= MOST_TANGENTS) {
                // Between whole numbers the square is bounded from below by its chords, which are exact at them.
                for (long k = fixed; k < high; k++) {
                    LinearExprBuilder chord = LinearExpr.newBuilder();
                    chord.addTerm(square, 1)
                            .addTerm(LinearExpr.newBuilder().add(owed).build(), -(2 * k + 1));
                    model.addGreaterOrEqual(chord, -k * (k + 1));
                }
                if (most == 0) {
                    model.addEquality(square, fixed * fixed);
                }
            } else {
                IntVar difference = amount(fixed, high, now);
                model.addEquality(difference, owed);
                model.addMultiplicationEquality(square, difference, difference);
            }
            objective.addTerm(square, category.weight());
        }
    }
}
