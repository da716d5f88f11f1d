package vn.vigil.cli.command.report;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Activity;

/** {@code vigil report activity list}. */
@Command(name = "list")
public final class ActivityListCommand extends ListCommand {
    @Option(names = "--year", paramLabel = "YEAR")
    private Integer year;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        List<Activity> all = new ArrayList<>(vigil().reports().activities().list());
        all.removeIf(a -> year != null && a.day().getYear() != year);
        out().list("report.activity.list", "activities", all, new ActivityRow(out()));
        return ExitCode.OK;
    }
}
