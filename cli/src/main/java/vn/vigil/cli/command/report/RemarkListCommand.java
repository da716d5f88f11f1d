package vn.vigil.cli.command.report;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil report remark list}. */
@Command(name = "list")
public final class RemarkListCommand extends ListCommand {
    @Parameters(paramLabel = "PERIOD")
    private String period;

    @Override
    protected boolean plain() {
        return false;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        out().list(
                        "report.remark.list",
                        "remarks",
                        vigil().reports().remarks().list(vigil().reports().period(period)),
                        new RemarkRow(out()));
        return ExitCode.OK;
    }
}
