package vn.vigil.roster.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import vn.vigil.base.Deadline;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.Progress;
import vn.vigil.base.VigilException;
import vn.vigil.base.World;

/**
 * The benchmark door: an instance file in, a roster file out. The only place in this room that a clock and the disk reach.
 * Stateless.
 */
public final class Benchmark {
    /** As many cores as the benchmark is timed on; fixed, so that seed and moves alone decide. */
    private static final int LANES = 2;
    /** Of the time, when a proof is wanted, one part is the search's. */
    private static final int SEARCH_PART = 4;
    /** What reading, judging and writing may take of the time. */
    private static final Duration RESERVE = Duration.ofMillis(400);

    private static final Duration PROOF_TIME = Duration.ofSeconds(60);
    private static final Duration EXPLAIN_TIME = Duration.ofSeconds(20);

    private Benchmark() {}

    /**
     * Solves an instance.
     *
     * @throws VigilException USAGE for a file that is no instance, INFEASIBLE when no roster satisfies the hard rules, CONFLICT when
     *     another file stands where the roster is to go
     */
    public static Solved solve(BenchmarkRequest request, World world, Progress progress) {
        Deadline end = request.time() == null ? null : Deadline.in(world, request.time());
        Curtois.Instance instance = Curtois.read(request.in());
        byte[] there = target(request);
        Found found = Search.solve(instance.problem(), effort(request, end, world), progress);
        if (found.roster() == null) {
            throw infeasible(request, instance, found.stuck().get(0), world);
        }
        Roster roster = found.roster();
        Score score = found.score();
        Proof proof = null;
        if (request.prove()) {
            progress.at(SearchText.PROVING.with(), 0, -1);
            proof = Prover.prove(instance.problem(), roster, end == null ? Deadline.in(world, PROOF_TIME) : end);
            roster = proof.roster();
            score = proof.score();
        }
        int violations = Judge.breaches(instance.problem(), roster).size();
        if (violations > 0) {
            throw new IllegalStateException("the search broke " + violations + " hard rules of " + request.in());
        }
        return new Solved(
                request.out(),
                write(request, Curtois.write(instance, roster).getBytes(StandardCharsets.UTF_8), there),
                score,
                violations,
                found.moves(),
                proof == null ? null : proof.verdict(),
                proof == null || proof.bound() == Long.MIN_VALUE ? null : proof.bound());
    }

    private static Effort effort(BenchmarkRequest request, Deadline end, World world) {
        Deadline deadline = null;
        if (end != null) {
            Duration left = end.left();
            Duration share = request.prove()
                    ? left.dividedBy(SEARCH_PART)
                    : left.compareTo(RESERVE.multipliedBy(2)) > 0 ? left.minus(RESERVE) : left.dividedBy(2);
            deadline = Deadline.in(world, share);
        }
        return new Effort(request.seed(), request.moves() == null ? Long.MAX_VALUE : request.moves(), LANES, deadline);
    }

    /** What stands where the roster is to go: null for nothing. What would fail after the search fails before it. */
    private static byte[] target(BenchmarkRequest request) {
        Path out = request.out().toAbsolutePath();
        try {
            if (Files.isDirectory(out)
                    || out.getParent() == null
                    || !Files.isDirectory(out.getParent())
                    || Files.exists(out) && Files.isSameFile(out, request.in())) {
                throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-OUT", cannotWrite(request))
                        .why(SearchText.NO_TARGET.with());
            }
            return Files.exists(out) ? Files.readAllBytes(out) : null;
        } catch (IOException e) {
            throw unwritten(request, e);
        }
    }

    private static Solved.State write(BenchmarkRequest request, byte[] text, byte[] there) {
        if (there != null && Arrays.equals(there, text)) {
            return Solved.State.UNCHANGED;
        }
        if (there != null && there.length > 0 && !request.force()) {
            throw new VigilException(ErrorKind.CONFLICT, "VG-ROSTER-OUT-EXISTS", cannotWrite(request))
                    .why(SearchText.OTHER_FILE.with(String.valueOf(differing(there, text))))
                    .next(SearchText.OTHER_FILE_NEXT.with());
        }
        if (request.dryRun()) {
            return Solved.State.NOT_WRITTEN;
        }
        Path out = request.out().toAbsolutePath();
        Path fresh = out.resolveSibling("." + out.getFileName() + ".new");
        try {
            try {
                Files.write(fresh, text);
                Files.move(fresh, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(fresh);
            }
        } catch (IOException e) {
            throw unwritten(request, e);
        }
        return Solved.State.WRITTEN;
    }

    /** In how many lines two texts differ. */
    private static int differing(byte[] a, byte[] b) {
        String[] one = new String(a, StandardCharsets.UTF_8).split("\n", -1);
        String[] other = new String(b, StandardCharsets.UTF_8).split("\n", -1);
        int count = Math.abs(one.length - other.length);
        for (int i = 0; i < Math.min(one.length, other.length); i++) {
            count += one[i].equals(other[i]) ? 0 : 1;
        }
        return count;
    }

    private static Message cannotWrite(BenchmarkRequest request) {
        return SearchText.CANNOT_WRITE.with(request.out().toString());
    }

    private static VigilException unwritten(BenchmarkRequest request, IOException e) {
        return new VigilException(ErrorKind.FAILED, "VG-ROSTER-OUT", cannotWrite(request))
                .why(SearchText.UNWRITABLE.with())
                .causedBy(e);
    }

    /** One employee's own rules allow no row: which of them, as far as OR-Tools is here to tell. */
    private static VigilException infeasible(
            BenchmarkRequest request, Curtois.Instance instance, int person, World world) {
        String id = instance.staff().get(person);
        Message what = SearchText.NO_ROSTER.with(request.in().toString());
        Problem all = instance.problem();
        Problem alone = new Problem(
                all.days(),
                all.firstWeekday(),
                all.duties(),
                List.of(all.persons().get(person)),
                all.successions(),
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                0);
        Explanation why;
        try {
            why = Explainer.explain(alone, Deadline.in(world, EXPLAIN_TIME));
        } catch (VigilException withoutProver) {
            why = new Explanation(Explanation.Verdict.UNKNOWN, List.of(), false, List.of());
        }
        if (why.verdict() == Explanation.Verdict.POSSIBLE) {
            return new VigilException(ErrorKind.FAILED, "VG-ROSTER-NOT-FOUND", what)
                    .why(SearchText.ROW_NOT_FOUND.with(id));
        }
        VigilException none =
                new VigilException(ErrorKind.INFEASIBLE, "VG-ROSTER-INFEASIBLE", what).why(SearchText.NO_ROW.with(id));
        for (Rule rule : why.rules()) {
            none.why(SearchText.BECAUSE.with(id, words(rule)));
        }
        for (Relaxation r : why.relaxations()) {
            none.next(SearchText.WOULD_HELP.with(id, words(r)));
        }
        return none;
    }

    /** The rule in the words of the instance's own columns. */
    private static String words(Rule rule) {
        return column(rule) + (rule.kind() == Rule.Kind.BAR ? " " + rule.day() : "=" + rule.value());
    }

    private static String words(Relaxation r) {
        return column(r.rule())
                + (r.rule().kind() == Rule.Kind.BAR
                        ? " −" + r.rule().day()
                        : " " + r.rule().value() + " → " + r.to());
    }

    private static String column(Rule rule) {
        return switch (rule.kind()) {
            case BAR -> rule.reason();
            case LIMIT_MAX -> rule.reason().contains("=") ? "MaxShifts " + rule.reason() : "MaxTotalMinutes";
            case LIMIT_MIN -> "MinTotalMinutes";
            case MAX_WORK -> "MaxConsecutiveShifts";
            case MIN_WORK -> "MinConsecutiveShifts";
            case MIN_OFF -> "MinConsecutiveDaysOff";
            case MAX_WEEKENDS -> "MaxWeekends";
            case SUCCESSION -> "ShiftsWhichCannotFollow";
            case DEMAND, MAX_NIGHTS, MAX_IN_SEVEN -> rule.kind().name();
        };
    }
}
