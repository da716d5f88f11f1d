package vn.vigil.cli.command.roster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.roster.search.Benchmark;
import vn.vigil.roster.search.BenchmarkRequest;
import vn.vigil.roster.search.Proof;
import vn.vigil.roster.search.Score;
import vn.vigil.roster.search.Solved;

/** {@code vigil roster solve}: solves an instance of the public benchmark. Needs no site. */
@Command(name = "solve")
public final class RosterSolveCommand extends CommandBase {
    private static final int DEFAULT_SECONDS = 60;
    private static final int MOST_SECONDS = 86_400;

    /** The forms of instances. */
    enum InstanceForm {
        CURTOIS
    }

    @Option(names = "--format", paramLabel = "FORM", required = true)
    private InstanceForm form;

    @Parameters(paramLabel = "FILE")
    private Path file;

    @Option(names = "--out", paramLabel = "FILE", required = true)
    private Path output;

    @Option(names = "--seconds", paramLabel = "N")
    private Integer seconds;

    @Option(names = "--effort", paramLabel = "N")
    private Long effort;

    @Option(names = "--seed", paramLabel = "N")
    private long seed = 1;

    @Option(names = "--prove")
    private boolean prove;

    @Option(names = "--force")
    private boolean force;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NOT_FOUND, ExitCode.INFEASIBLE, ExitCode.NOT_PROVEN, ExitCode.CONFLICT);
    }

    @Override
    protected ExitCode run() {
        Solved solved =
                switch (form) {
                    case CURTOIS -> Benchmark.solve(request(), world(), progress());
                };
        tell("roster.solve", solved, new SolvedView());
        return solved.proof() == Proof.Verdict.NOT_PROVEN ? ExitCode.NOT_PROVEN : ExitCode.OK;
    }

    private BenchmarkRequest request() {
        if (seconds != null && (seconds < 1 || seconds > MOST_SECONDS) || effort != null && effort < 0) {
            throw new VigilException(
                    ErrorKind.USAGE, "VG-ROSTER-EFFORT", SolveText.BAD_EFFORT.with(String.valueOf(MOST_SECONDS)));
        }
        Integer limit = seconds == null && effort == null ? Integer.valueOf(DEFAULT_SECONDS) : seconds;
        return new BenchmarkRequest(
                file, output, force, dryRun(), limit == null ? null : Duration.ofSeconds(limit), effort, seed, prove);
    }

    private static final class SolvedView implements View<Solved> {
        private static final int NAME_WIDTH = 22;

        @Override
        public void text(Solved s, Out out) {
            Score score = s.score();
            pair(out, SolveText.COST, String.valueOf(score.cost()));
            pair(out, SolveText.UNDER, String.valueOf(score.under()));
            pair(out, SolveText.OVER, String.valueOf(score.over()));
            pair(out, SolveText.WISHES, String.valueOf(score.wishes()));
            pair(out, SolveText.VIOLATIONS, String.valueOf(s.violations()));
            if (s.proof() != null) {
                SolveText proven = s.proof() == Proof.Verdict.OPTIMAL ? SolveText.PROVEN : SolveText.NOT_PROVEN;
                pair(out, SolveText.PROOF, out.text(proven.with()));
            }
            if (s.bound() != null) {
                pair(out, SolveText.BOUND, String.valueOf(s.bound()));
            }
            SolveText file =
                    switch (s.state()) {
                        case WRITTEN -> SolveText.WRITTEN;
                        case UNCHANGED -> SolveText.UNCHANGED_FILE;
                        case NOT_WRITTEN -> SolveText.NOT_WRITTEN;
                    };
            pair(out, file, s.out().toString());
        }

        private static void pair(Out out, SolveText name, String value) {
            out.pair(out.text(name.with()), NAME_WIDTH, value);
        }

        @Override
        public void json(Solved s, Json json) {
            Score score = s.score();
            json.field("file", s.out().toString())
                    .field(
                            "state",
                            s.state().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                    .field("cost", score.cost())
                    .field("under", score.under())
                    .field("over", score.over())
                    .field("wishes", score.wishes())
                    .field("violations", s.violations())
                    .field("moves", s.moves());
            if (s.proof() != null) {
                json.field("proven", s.proof() == Proof.Verdict.OPTIMAL);
            }
            if (s.bound() != null) {
                json.field("bound", s.bound());
            }
        }
    }
}
