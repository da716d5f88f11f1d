package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster leave withdraw}. */
@Command(name = "withdraw")
public final class LeaveWithdrawCommand extends BookCommand {
    @Parameters(index = "0", paramLabel = "LEAVE")
    private CaseId id;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        boolean gone = vigil().books().withdraw(actor(), BookKind.LEAVE, id, reason);
        keep(BookKind.LEAVE);
        GoneView view = new GoneView(id.toString(), BookViewText.WITHDRAWN, BookViewText.WOULD_WITHDRAW, dryRun());
        tell("roster.leave.withdraw", gone, view);
        return ExitCode.OK;
    }
}
