package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Period;

/** {@code vigil report quarter}: the report of a quarter (clauses 6.2a, 8.1c, 8.2c). */
@Command(name = "quarter")
public final class QuarterCommand extends PeriodCommand {
    @Parameters(arity = "0..1", paramLabel = "QUARTER", defaultValue = "last")
    private String period;

    @Override
    protected ExitCode run() {
        Period asked = reports().period(period);
        if (asked.kind() != Period.Kind.QUARTER) {
            throw new VigilException(
                    ErrorKind.USAGE,
                    "VG-REPORT-KIND",
                    ReportLabel.BAD_KIND.with(asked.key(), asked.kind().with()));
        }
        return report("report.quarter", asked);
    }
}
