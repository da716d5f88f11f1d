package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.book.BookKind;

/** {@code vigil roster request withdraw}. */
@Command(name = "withdraw")
public final class RequestWithdrawCommand extends BookCommand {
    @Parameters(index = "0", paramLabel = "REQUEST")
    private CaseId id;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Override
    protected ExitCode run() {
        boolean gone = vigil().books().withdraw(actor(), BookKind.REQUEST, id, reason);
        keep(BookKind.REQUEST);
        GoneView view = new GoneView(id.toString(), BookViewText.WITHDRAWN, BookViewText.WOULD_WITHDRAW, dryRun());
        tell("roster.request.withdraw", gone, view);
        return ExitCode.OK;
    }
}
