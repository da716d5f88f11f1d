package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Period;

/** {@code vigil report interim}: the review of half a year (clause 6.1b, A16). */
@Command(name = "interim")
public final class InterimCommand extends PeriodCommand {
    @Parameters(paramLabel = "HALF")
    private String period;

    @Override
    protected ExitCode run() {
        return report("report.interim", reports().period(Period.Kind.INTERIM, period));
    }
}
