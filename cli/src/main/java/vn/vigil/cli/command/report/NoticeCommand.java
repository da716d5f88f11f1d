package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Period;
import vn.vigil.report.Report;
import vn.vigil.report.Theme;

/** {@code vigil report notice}: announces results, or breaches, or reminds (clauses 7.4a, 8.1c, 8.1d). */
@Command(name = "notice")
public final class NoticeCommand extends NumberedCommand {
    @Parameters(arity = "0..1", paramLabel = "PERIOD", defaultValue = "last")
    private String period;

    @Option(names = "--violations")
    private boolean violations;

    @Option(names = "--remind", paramLabel = "THEME")
    private Theme theme;

    @Override
    protected ExitCode run() {
        if (theme != null) {
            if (violations) {
                throw new VigilException(
                        ErrorKind.USAGE,
                        "VG-REPORT-NOTICE",
                        ReportLabel.CONFLICT_OPTIONS.with("--remind", "--violations"));
            }
            return write("report.notice", reports().reminder(theme, documentLang()), "nhac-nho-" + theme.id());
        }
        Period asked = reports().period(period);
        Report report = reports().report(asked);
        takeNumber(violations ? "violations" : "notice", asked);
        return write(
                "report.notice",
                reports().notice(report, violations, documentLang()),
                (violations ? "thong-bao-vi-pham-" : "thong-bao-") + asked.key());
    }
}
