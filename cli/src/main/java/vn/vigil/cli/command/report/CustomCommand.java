package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Period;

/** {@code vigil report custom}: a report on days that are named. */
@Command(name = "custom")
public final class CustomCommand extends PeriodCommand {
    @Option(names = "--from", paramLabel = "DATE", required = true)
    private String from;

    @Option(names = "--to", paramLabel = "DATE", required = true)
    private String to;

    @Override
    protected ExitCode run() {
        return report("report.custom", Period.custom(day(from), day(to)));
    }
}
