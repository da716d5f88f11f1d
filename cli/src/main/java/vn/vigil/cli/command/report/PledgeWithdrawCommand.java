package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil report pledge withdraw}: takes back what was entered by mistake. */
@Command(name = "withdraw")
public final class PledgeWithdrawCommand extends ReportCommand {
    @Parameters(paramLabel = "PLEDGE")
    private CaseId id;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        boolean changed = reports().pledges().withdraw(actor(), id, reason);
        tell("report.pledge.withdraw", id, new WithdrawnView(changed, dryRun()));
        return ExitCode.OK;
    }
}
