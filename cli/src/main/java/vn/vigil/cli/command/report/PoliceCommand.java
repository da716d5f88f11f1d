package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Period;
import vn.vigil.report.Report;

/** {@code vigil report police}: the digest for the ward police (clause 7.2a). */
@Command(name = "police")
public final class PoliceCommand extends NumberedCommand {
    @Parameters(arity = "0..1", paramLabel = "PERIOD", defaultValue = "last")
    private String period;

    @Override
    protected ExitCode run() {
        Period asked = reports().period(period);
        Report report = reports().report(asked);
        takeNumber("police", asked);
        return write("report.police", reports().police(report, documentLang()), "bao-cao-cong-an-" + asked.key());
    }
}
