package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil year open}: what a new year begins with. */
@Command(name = "open")
public final class YearOpenCommand extends ReportCommand {
    @Parameters(paramLabel = "YEAR")
    private Integer year;

    @Override
    protected ExitCode run() {
        out().show("year.open", reports().open(year(year)), new YearOpenedView());
        return ExitCode.OK;
    }
}
