package vn.vigil.cli.command.report;

import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Saved;
import vn.vigil.report.ScoreSheet;

/** {@code vigil report criteria import}: the list of criteria (A23). */
@Command(name = "import")
public final class CriteriaImportCommand extends ReportCommand {
    @Parameters(paramLabel = "FILE")
    private Path file;

    @Option(names = "--title", paramLabel = "TEXT", required = true)
    private String title;

    @Option(names = "--year", paramLabel = "YEAR")
    private Integer year;

    @Override
    protected ExitCode run() {
        Saved<ScoreSheet> saved = reports().criteria().take(actor(), file, title, year(year));
        tell("report.criteria.import", saved, new ScoreView(dryRun()));
        return ExitCode.OK;
    }
}
