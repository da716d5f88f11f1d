package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Period;

/** {@code vigil report plan}: the activity programme (clauses 2a, 8.1b). */
@Command(name = "plan")
public final class ProgrammeCommand extends NumberedCommand {
    @Parameters(paramLabel = "PERIOD")
    private String period;

    @Override
    protected ExitCode run() {
        Period asked = reports().period(period);
        takeNumber("plan", asked);
        return write("report.plan", reports().plan(asked, documentLang()), "chuong-trinh-" + asked.key());
    }
}
