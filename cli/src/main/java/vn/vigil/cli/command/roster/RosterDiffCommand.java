package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.plan.Difference;

/** {@code vigil roster diff}: where the roster differs from what was published, and why. */
@Command(name = "diff")
public final class RosterDiffCommand extends ListCommand {
    /** The only comparison there is; without the word it is told. */
    @Option(names = "--published")
    private boolean published;

    @Option(names = "--from", paramLabel = "DAY")
    private String from;

    @Option(names = "--to", paramLabel = "DAY")
    private String to;

    @Option(names = "--month", paramLabel = "MONTH")
    private String month;

    @Override
    protected ExitCode run() {
        PlanDays days = PlanDays.of(
                from == null ? null : date(from),
                to == null ? null : date(to),
                month,
                null,
                PlanDays.month(date("today")));
        List<Difference> all = vigil().plans().differences(days.from(), days.to());
        if (!published) {
            note(PlanViewText.AGAINST_PUBLISHED.with());
        }
        if (all.isEmpty()) {
            note(PlanViewText.NO_DIFFERENCE.with(days.from(), days.to()));
        }
        out().list("roster.diff", "differences", all, new DifferenceRow(out()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }
}
