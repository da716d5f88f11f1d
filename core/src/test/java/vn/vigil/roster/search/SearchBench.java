package vn.vigil.roster.search;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import vn.vigil.base.Deadline;
import vn.vigil.base.Progress;
import vn.vigil.base.World;

/** Measures the search on one instance file: {@code SearchBench FILE SECONDS SEED LANES [OUT]}. Used by {@code scripts/bench/roster}. */
public final class SearchBench {
    private SearchBench() {}

    public static void main(String[] args) throws Exception {
        Curtois.Instance instance = Curtois.read(Path.of(args[0]));
        World world = World.real();
        Deadline deadline = Deadline.in(world, Duration.ofSeconds(Long.parseLong(args[1])));
        Effort effort = new Effort(
                Long.parseLong(args[2]), Long.getLong("moves", Long.MAX_VALUE), Integer.parseInt(args[3]), deadline);
        Found found = Search.solve(instance.problem(), effort, Progress.NONE);
        if (found.roster() == null) {
            System.out.println("stuck " + found.stuck());
            return;
        }
        System.out.println(found.score().cost() + " moves " + found.moves() + " breaches "
                + Judge.breaches(instance.problem(), found.roster()).size());
        if (args.length > 4) {
            Files.write(
                    Path.of(args[4]), Curtois.write(instance, found.roster()).getBytes(StandardCharsets.UTF_8));
        }
    }
}
