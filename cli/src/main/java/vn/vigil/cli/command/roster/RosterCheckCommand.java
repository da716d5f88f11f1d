package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.Severity;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.plan.CheckReport;

/** {@code vigil roster check}: judges a roster without any search. */
@Command(name = "check")
public final class RosterCheckCommand extends PlanCommand {
    @Option(names = "--from", paramLabel = "DAY")
    private String from;

    @Option(names = "--to", paramLabel = "DAY")
    private String to;

    @Option(names = "--month", paramLabel = "MONTH")
    private String month;

    @Option(names = "--quarter", paramLabel = "QUARTER")
    private String quarter;

    @Override
    protected ExitCode run() {
        PlanDays days = days(from, to, month, quarter, PlanDays.month(today()));
        CheckReport report = vigil().plans().check(days.from(), days.to());
        if (!quiet() || json() || report.severity() != Severity.OK) {
            out().show("roster.check", report, new CheckReportView(lang(), quiet()));
        }
        return ExitCode.of(report.severity());
    }

    @Override
    protected boolean plain() {
        return true;
    }

    @Override
    public boolean check() {
        return true;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.CRITICAL, ExitCode.UNKNOWN);
    }
}
