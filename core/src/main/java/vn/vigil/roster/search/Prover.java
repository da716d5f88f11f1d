package vn.vigil.roster.search;

import com.google.ortools.sat.CpSolver;
import com.google.ortools.sat.CpSolverStatus;
import vn.vigil.base.Deadline;

/** Asks OR-Tools CP-SAT whether a roster can be bettered. The first call loads its libraries. Stateless. */
public final class Prover {
    /** Larger models are not even begun: they would not be proven, and would take gigabytes. */
    private static final long MOST_CELLS = 400_000;
    /** The solver's strategies complement each other even where the machine has fewer cores. */
    private static final int WORKERS = 8;

    private Prover() {}

    /**
     * Proves a roster the cheapest, or finds a cheaper one.
     *
     * @param roster what the search found, the starting point; null when it found none
     * @param deadline when to give up
     * @throws vn.vigil.base.VigilException when OR-Tools cannot be loaded here
     */
    public static Proof prove(Problem problem, Roster roster, Deadline deadline) {
        Score known = roster == null ? null : Judge.score(problem, roster);
        if (SatModel.size(problem) > MOST_CELLS || deadline.passed()) {
            return new Proof(Proof.Verdict.NOT_PROVEN, roster, known, Long.MIN_VALUE);
        }
        Natives.load();
        SatModel sat = new SatModel(problem, roster, false);
        long hole = known != null && known.holes().isEmpty() ? 0 : new Model(problem, false).hole;
        sat.minimize(hole);
        CpSolver solver = new CpSolver();
        solver.getParameters()
                .setNumWorkers(WORKERS)
                .setMaxTimeInSeconds(Math.max(0.01, deadline.leftMillis() / 1000.0))
                .setRandomSeed(1);
        CpSolverStatus status = solver.solve(sat.model);
        if (status == CpSolverStatus.INFEASIBLE && roster == null) {
            return new Proof(Proof.Verdict.INFEASIBLE, null, null, 0);
        }
        if (status != CpSolverStatus.OPTIMAL && status != CpSolverStatus.FEASIBLE) {
            return new Proof(Proof.Verdict.NOT_PROVEN, roster, known, Long.MIN_VALUE);
        }
        Roster better = sat.roster(solver);
        Score score = Judge.score(problem, better);
        // As good is not better: the search's own roster is the same every time, the solver's need not be.
        if (known != null && known.cost() + hole * known.missing() <= score.cost() + hole * score.missing()) {
            better = roster;
            score = known;
        }
        long bound = (long) Math.ceil(solver.bestObjectiveBound() - 1e-6) - hole * score.missing();
        Proof.Verdict verdict = status == CpSolverStatus.OPTIMAL ? Proof.Verdict.OPTIMAL : Proof.Verdict.NOT_PROVEN;
        return new Proof(verdict, better, score, bound);
    }
}
