package vn.vigil.cli.command.report;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Severity;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Duty;

/** {@code vigil report due}: what falls due, for people and for cron. */
@Command(name = "due")
public final class DueCommand extends ListCommand {
    @Option(names = "--year", paramLabel = "YEAR")
    private Integer year;

    @Option(names = "--within", paramLabel = "DAYS")
    private int within = 7;

    @Option(names = "--all")
    private boolean all;

    @Override
    public boolean check() {
        return true;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.CRITICAL, ExitCode.UNKNOWN, ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        int wanted = year != null ? year : world().now().atZone(vigil().zone()).getYear();
        if (wanted < 2000 || wanted > 2100) {
            throw new VigilException(
                    ErrorKind.USAGE, "VG-REPORT-YEAR-NUMBER", ReportLabel.BAD_YEAR.with(Integer.toString(wanted)));
        }
        List<Duty> duties = new ArrayList<>(vigil().reports().due(wanted, within));
        Severity worst = Severity.OK;
        int overdue = 0;
        int soon = 0;
        for (Duty duty : duties) {
            worst = worst.worst(duty.severity());
            overdue += duty.state() == Duty.State.OVERDUE ? 1 : 0;
            soon += duty.state() == Duty.State.SOON ? 1 : 0;
        }
        if (quiet()) {
            duties.removeIf(d -> d.severity() == Severity.OK);
        } else if (!all) {
            duties.removeIf(d -> d.state() == Duty.State.DONE || d.state() == Duty.State.NOT_TRACKED);
        }
        out().list("report.due", "duties", duties, new DutyRow(out()));
        note(ReportLabel.OVERDUE_COUNT.with(overdue, soon));
        return ExitCode.of(worst);
    }
}
