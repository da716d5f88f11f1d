package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Remark;
import vn.vigil.report.Saved;

/** {@code vigil report remark add}: what a report says beside its figures (clause 8.4f). */
@Command(name = "add")
public final class RemarkAddCommand extends ReportCommand {
    @Parameters(index = "0", paramLabel = "PERIOD")
    private String period;

    @Parameters(index = "1", paramLabel = "TEXT")
    private String text;

    @Option(names = "--section", paramLabel = "SECTION", required = true)
    private Remark.Section section;

    @Override
    protected ExitCode run() {
        Saved<Remark> saved = reports().remarks().add(actor(), reports().period(period), section, text);
        tell("report.remark.add", saved, new SavedView<>(new RemarkRow(out()), dryRun()));
        return ExitCode.OK;
    }
}
