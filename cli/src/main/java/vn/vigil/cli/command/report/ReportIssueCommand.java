package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Fixed;
import vn.vigil.report.Saved;

/** {@code vigil report issue}: numbers a signed report and issues it. */
@Command(name = "issue")
public final class ReportIssueCommand extends ReportCommand {
    @Parameters(paramLabel = "PERIOD")
    private String period;

    @Option(names = "--number", paramLabel = "NUMBER")
    private String number;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Override
    protected ExitCode run() {
        Saved<Fixed> saved = reports().issue(actor(), reports().period(period), number, day(date));
        tell("report.issue", saved, new FixedView(reports().words(out().lang(), true), dryRun()));
        return ExitCode.OK;
    }
}
