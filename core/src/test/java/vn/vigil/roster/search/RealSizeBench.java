package vn.vigil.roster.search;

import java.time.Duration;
import vn.vigil.base.Deadline;
import vn.vigil.base.Progress;
import vn.vigil.base.World;

/**
 * Measures the engine on a department's problem: {@code RealSizeBench PERSONS DAYS MOVES [PROVE_SECONDS]}. Prints milliseconds of
 * the search, holes, cost, and of the proof. Used by {@code scripts/bench/roster}.
 */
public final class RealSizeBench {
    private RealSizeBench() {}

    public static void main(String[] args) {
        World world = World.real();
        Problem problem = RealSize.problem(Integer.parseInt(args[0]), Integer.parseInt(args[1]), 1);
        long begin = world.nanos();
        Found found = Search.solve(problem, new Effort(1, Long.parseLong(args[2]), 2, null), Progress.NONE);
        long searched = world.nanos();
        System.out.println("search " + (searched - begin) / 1_000_000 + " ms holes "
                + found.score().missing() + " cost " + found.score().cost() + " breaches "
                + Judge.breaches(problem, found.roster()).size());
        if (args.length > 3) {
            Deadline deadline = Deadline.in(world, Duration.ofSeconds(Long.parseLong(args[3])));
            Proof proof = Prover.prove(problem, found.roster(), deadline);
            System.out.println("prove " + (world.nanos() - searched) / 1_000_000 + " ms " + proof.verdict() + " cost "
                    + proof.score().cost() + " bound " + proof.bound());
        }
    }
}
