package vn.vigil.cli.command.roster;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.Quarter;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;
import vn.vigil.roster.plan.FairnessReport;

/** {@code vigil roster fairness}: who did how much, and what their share is. */
@Command(name = "fairness")
public final class RosterFairnessCommand extends PlanCommand {
    @Option(names = "--from", paramLabel = "DAY")
    private String from;

    @Option(names = "--to", paramLabel = "DAY")
    private String to;

    @Option(names = "--quarter", paramLabel = "QUARTER")
    private String quarter;

    @Option(names = "--close")
    private boolean close;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Override
    protected ExitCode run() {
        PlanDays days = days(from, to, null, quarter, PlanDays.quarter(today()));
        if (close && (quarter == null || from != null)) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-QUARTER", PlanViewText.CLOSE_QUARTER.with());
        }
        FairnessReport report = close
                ? vigil().plans().close(actor(), Quarter.of(days.from()), reason)
                : vigil().plans().fairness(days.from(), days.to());
        if (out().format() == Format.PLAIN && !close) {
            out().list("roster.fairness", "accounts", report.accounts(), new AccountRow());
        } else {
            tell("roster.fairness", report, new FairnessView(close, dryRun()));
        }
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        List<ExitCode> exits = new ArrayList<>(super.exits());
        exits.add(ExitCode.CONFLICT);
        return exits;
    }
}
