package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Period;

/** {@code vigil report interim}: the review of half a year (clause 6.1b, A16). */
@Command(name = "interim")
public final class InterimCommand extends PeriodCommand {
    @Parameters(paramLabel = "HALF")
    private String period;

    @Override
    protected ExitCode run() {
        Period asked = reports().period(period);
        if (asked.kind() != Period.Kind.INTERIM) {
            throw new VigilException(
                    ErrorKind.USAGE,
                    "VG-REPORT-KIND",
                    ReportLabel.BAD_KIND.with(asked.key(), asked.kind().with()));
        }
        return report("report.interim", asked);
    }
}
