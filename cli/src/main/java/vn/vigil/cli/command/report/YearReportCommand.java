package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Period;

/** {@code vigil report year}: the year-end summary (clauses 6.1b, 8.4f). */
@Command(name = "year")
public final class YearReportCommand extends PeriodCommand {
    @Parameters(paramLabel = "YEAR")
    private String period;

    @Override
    protected ExitCode run() {
        return report("report.year", reports().period(Period.Kind.YEAR, period));
    }
}
