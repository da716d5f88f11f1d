package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.report.Remark;
import vn.vigil.report.Saved;

/** {@code vigil report remark withdraw}: takes one back. */
@Command(name = "withdraw")
public final class RemarkWithdrawCommand extends ReportCommand {
    @Parameters(paramLabel = "REMARK")
    private CaseId id;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        Saved<Remark> saved = reports().remarks().withdraw(actor(), id, reason);
        tell("report.remark.withdraw", id, new WithdrawnView(!saved.unchanged(), dryRun()));
        return ExitCode.OK;
    }
}
