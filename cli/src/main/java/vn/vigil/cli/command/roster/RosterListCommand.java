package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.plan.Shown;

/** {@code vigil roster list}: the roster, one line a seat. */
@Command(name = "list")
public final class RosterListCommand extends ListCommand {
    @Option(names = "--from", paramLabel = "DAY")
    private String from;

    @Option(names = "--to", paramLabel = "DAY")
    private String to;

    @Option(names = "--month", paramLabel = "MONTH")
    private String month;

    @Option(names = "--open")
    private boolean open;

    @Override
    protected ExitCode run() {
        PlanDays days = PlanDays.of(
                from == null ? null : date(from),
                to == null ? null : date(to),
                month,
                null,
                PlanDays.month(date("today")));
        List<Shown.Row> rows = vigil().plans().show(days.from(), days.to()).rows();
        if (open) {
            rows = rows.stream().filter(r -> r.duty().open()).toList();
        }
        if (rows.isEmpty()) {
            note(PlanViewText.NO_SEATS.with(days.from(), days.to()));
        }
        out().list("roster.list", "seats", rows, new SeatRow(out()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }
}
