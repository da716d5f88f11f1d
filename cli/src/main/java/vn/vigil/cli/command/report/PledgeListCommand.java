package vn.vigil.cli.command.report;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil report pledge list}. */
@Command(name = "list")
public final class PledgeListCommand extends ListCommand {
    @Option(names = "--year", paramLabel = "YEAR")
    private Integer year;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        out().list("report.pledge.list", "pledges", vigil().reports().pledges().list(year), new PledgeRow());
        return ExitCode.OK;
    }
}
