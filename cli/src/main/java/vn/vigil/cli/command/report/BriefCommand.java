package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Period;

/** {@code vigil report brief}: one page for the director. */
@Command(name = "brief")
public final class BriefCommand extends PapersCommand {
    @Parameters(arity = "0..1", paramLabel = "PERIOD", defaultValue = "last")
    private String period;

    @Override
    protected ExitCode run() {
        Period asked = reports().period(period);
        return write(
                "report.brief", reports().brief(reports().report(asked), documentLang()), "tom-tat-" + asked.key());
    }
}
