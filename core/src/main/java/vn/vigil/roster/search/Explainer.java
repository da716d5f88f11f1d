package vn.vigil.roster.search;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import com.google.ortools.sat.Literal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.vigil.base.Deadline;

/**
 * Asks OR-Tools CP-SAT which hard rules cannot hold together, and what single change would help. The first call loads its
 * libraries. Stateless.
 */
public final class Explainer {
    private static final long MOST_CELLS = 400_000;
    /** How far a value is relaxed at most, in its own steps. */
    private static final int MOST_STEPS = 6;

    private Explainer() {}

    /**
     * Explains why no roster satisfies the hard rules and fills the hard demands.
     *
     * @param deadline when to give up; what was found until then is told
     * @throws vn.vigil.base.VigilException when OR-Tools cannot be loaded here
     */
    public static Explanation explain(Problem problem, Deadline deadline) {
        if (SatModel.size(problem) > MOST_CELLS || deadline.passed()) {
            return new Explanation(Explanation.Verdict.UNKNOWN, List.of(), false, List.of());
        }
        Natives.load();
        SatModel sat = new SatModel(problem, null, true);
        sat.demandAll();
        Map<Integer, Rule> byIndex = new HashMap<>();
        sat.rules().forEach((rule, literal) -> byIndex.put(literal.getIndex(), rule));

        List<Rule> core = new ArrayList<>(sat.rules().keySet());
        CpSolverStatus status = core(sat, core, byIndex, deadline);
        if (status != CpSolverStatus.INFEASIBLE) {
            Explanation.Verdict verdict = status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE
                    ? Explanation.Verdict.POSSIBLE
                    : Explanation.Verdict.UNKNOWN;
            return new Explanation(verdict, List.of(), false, List.of());
        }
        // One rule after another is left out; where the others still conflict, it was not needed.
        boolean smallest = true;
        List<Rule> tried = new ArrayList<>(core);
        // Rules of persons go before demands, so that what stays speaks of the day in question.
        for (Rule rule : tried) {
            if (!core.contains(rule)) {
                continue;
            }
            List<Rule> without = new ArrayList<>(core);
            without.remove(rule);
            CpSolverStatus still = core(sat, without, byIndex, deadline);
            if (still == CpSolverStatus.INFEASIBLE) {
                core = without;
            } else if (still != CpSolverStatus.OPTIMAL && still != CpSolverStatus.FEASIBLE) {
                smallest = false;
            }
        }
        core.sort(Comparator.comparing(Rule::kind)
                .thenComparingInt(Rule::person)
                .thenComparingInt(Rule::day)
                .thenComparingInt(Rule::index));
        List<Relaxation> helps = new ArrayList<>();
        for (Rule rule : core) {
            relax(problem, rule, deadline, helps);
        }
        return new Explanation(Explanation.Verdict.CONFLICT, core, smallest, helps);
    }

    /** Solves under these rules; when they conflict, leaves in the list only those that were needed to see it. */
    private static CpSolverStatus core(SatModel sat, List<Rule> rules, Map<Integer, Rule> byIndex, Deadline deadline) {
        sat.model.clearAssumptions();
        List<Literal> literals = new ArrayList<>();
        for (Rule rule : rules) {
            literals.add(sat.rules().get(rule));
        }
        sat.model.addAssumptions(literals.toArray(new Literal[0]));
        CpSolver solver = solver(1, deadline);
        if (solver == null) {
            return CpSolverStatus.UNKNOWN;
        }
        CpSolverStatus status = solver.solve(sat.model);
        if (status == CpSolverStatus.INFEASIBLE) {
            List<Rule> needed = new ArrayList<>();
            for (int index : solver.sufficientAssumptionsForInfeasibility()) {
                needed.add(byIndex.get(index));
            }
            rules.retainAll(needed);
        }
        return status;
    }

    private static CpSolver solver(int workers, Deadline deadline) {
        if (deadline.passed()) {
            return null;
        }
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(workers)
                .setMaxTimeInSeconds(Math.max(0.01, deadline.leftMillis() / 1000.0))
                .setRandomSeed(1);
        return solver;
    }

    /** Tries the rule away, and then how little of a change is enough. */
    private static void relax(Problem problem, Rule rule, Deadline deadline, List<Relaxation> helps) {
        Problem without = Relaxing.without(problem, rule);
        if (!possible(without, deadline)) {
            return;
        }
        int[] values = Relaxing.values(problem, rule, MOST_STEPS);
        for (int value : values) {
            if (possible(Relaxing.with(problem, rule, value), deadline)) {
                helps.add(new Relaxation(rule, value));
                return;
            }
        }
        if (values.length == 0) {
            helps.add(new Relaxation(rule, 0));
        }
    }

    private static boolean possible(Problem problem, Deadline deadline) {
        CpSolver solver = solver(1, deadline);
        if (solver == null) {
            return false;
        }
        SatModel sat = new SatModel(problem, null, false);
        sat.demandAll();
        CpSolverStatus status = solver.solve(sat.model);
        return status == CpSolverStatus.OPTIMAL || status == CpSolverStatus.FEASIBLE;
    }
}
