package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Period;

/** {@code vigil report criteria export}: the score sheet as a paper. */
@Command(name = "export")
public final class CriteriaExportCommand extends NumberedCommand {
    @Parameters(arity = "0..1", paramLabel = "YEAR")
    private Integer year;

    @Override
    protected ExitCode run() {
        int wanted = year(year);
        takeNumber("criteria", Period.year(wanted, false));
        return write("report.criteria.export", reports().scores(wanted, documentLang()), "tieu-chi-" + wanted);
    }
}
