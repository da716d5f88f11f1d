package vn.vigil.cli.command.report;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Compared;
import vn.vigil.report.FigureRule;
import vn.vigil.report.Period;

/** {@code vigil report explain}: how a figure is counted, and from what. */
@Command(name = "explain")
public final class ExplainCommand extends ReportCommand {
    @Parameters(arity = "0..1", paramLabel = "FIGURE")
    private String figure;

    @Option(names = "--period", paramLabel = "PERIOD", defaultValue = "last")
    private String period;

    @Override
    protected ExitCode run() {
        if (figure == null) {
            out().list("report.explain", "figures", List.of(FigureRule.values()), new RuleRow(out()));
            return ExitCode.OK;
        }
        FigureRule rule = FigureRule.of(figure);
        Period asked = reports().period(period);
        Compared compared = reports().report(asked).figure(rule);
        out().show("report.explain", compared, new ExplainView(reports().words(out().lang(), false), asked));
        return ExitCode.OK;
    }
}
