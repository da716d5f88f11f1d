package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Period;

/** {@code vigil report quarter}: the report of a quarter (clauses 6.2a, 8.1c, 8.2c). */
@Command(name = "quarter")
public final class QuarterCommand extends PeriodCommand {
    @Parameters(arity = "0..1", paramLabel = "QUARTER", defaultValue = "last")
    private String period;

    @Override
    protected ExitCode run() {
        return report("report.quarter", reports().period(Period.Kind.QUARTER, period));
    }
}
