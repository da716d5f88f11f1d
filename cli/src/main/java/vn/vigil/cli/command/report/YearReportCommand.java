package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Period;

/** {@code vigil report year}: the year-end summary (clauses 6.1b, 8.4f). */
@Command(name = "year")
public final class YearReportCommand extends PeriodCommand {
    @Parameters(paramLabel = "YEAR")
    private String period;

    @Override
    protected ExitCode run() {
        Period asked = reports().period(period);
        if (asked.kind() != Period.Kind.YEAR) {
            throw new VigilException(
                    ErrorKind.USAGE,
                    "VG-REPORT-KIND",
                    ReportLabel.BAD_KIND.with(asked.key(), asked.kind().with()));
        }
        return report("report.year", asked);
    }
}
