package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Saved;
import vn.vigil.report.ScoreSheet;

/** {@code vigil report criteria score}: scores one criterion of a year. */
@Command(name = "score")
public final class CriteriaScoreCommand extends ReportCommand {
    @Parameters(index = "0", paramLabel = "YEAR")
    private Integer year;

    @Parameters(index = "1", paramLabel = "CODE")
    private String code;

    @Parameters(index = "2", paramLabel = "POINTS")
    private int points;

    @Option(names = "--note", paramLabel = "TEXT")
    private String note;

    @Override
    protected ExitCode run() {
        Saved<ScoreSheet> saved = reports().criteria().score(actor(), year(year), code, points, note);
        tell("report.criteria.score", saved, new ScoreView(dryRun()));
        return ExitCode.OK;
    }
}
