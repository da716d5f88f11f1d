package vn.vigil.cli.command.roster;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.plan.Engine;
import vn.vigil.roster.plan.GenerateRequest;
import vn.vigil.roster.plan.Generated;

/** {@code vigil roster generate}: makes the roster of some days. */
@Command(name = "generate")
public final class RosterGenerateCommand extends PlanCommand {
    @Option(names = "--from", paramLabel = "DAY")
    private String from;

    @Option(names = "--to", paramLabel = "DAY")
    private String to;

    @Option(names = "--month", paramLabel = "MONTH")
    private String month;

    @Option(names = "--quarter", paramLabel = "QUARTER")
    private String quarter;

    @Option(names = "--engine", paramLabel = "ENGINE")
    private Engine engine = Engine.AUTO;

    @Option(names = "--seed", paramLabel = "N")
    private long seed = 1;

    @Option(names = "--effort", paramLabel = "N")
    private Long effort;

    @Option(names = "--prove")
    private boolean prove;

    @Option(names = "--limit", paramLabel = "LENGTH")
    private String limit = "60s";

    @Option(names = "--replan-from", paramLabel = "DAY")
    private String replanFrom;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Option(names = "--with-gaps")
    private boolean withGaps;

    @Override
    protected ExitCode run() {
        PlanDays days = days(from, to, month, quarter, null);
        GenerateRequest request = new GenerateRequest(
                days.from(),
                days.to(),
                engine,
                seed,
                effort == null ? null : Math.max(0, effort),
                prove ? duration(limit) : null,
                replanFrom == null ? null : date(replanFrom),
                reason,
                withGaps);
        Generated made = vigil().plans().generate(actor(), request, progress());
        tell("roster.generate", made, new GeneratedView(dryRun(), lang(), replanFrom != null));
        return "not-proven".equals(made.proof()) ? ExitCode.NOT_PROVEN : ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        List<ExitCode> exits = new ArrayList<>(super.exits());
        exits.add(ExitCode.BUSY);
        exits.add(ExitCode.INFEASIBLE);
        exits.add(ExitCode.NOT_PROVEN);
        return exits;
    }
}
