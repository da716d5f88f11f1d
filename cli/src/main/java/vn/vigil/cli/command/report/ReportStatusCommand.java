package vn.vigil.cli.command.report;

import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil report status}: what is open at the site (clause 5.2). */
@Command(name = "status")
public final class ReportStatusCommand extends ListCommand {
    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        out().list("report.status", "matters", vigil().openMatters(), new MatterRow(out()));
        return ExitCode.OK;
    }
}
