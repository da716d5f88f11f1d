package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.watch.CheckIn;

/** {@code vigil roster checkout}: somebody leaves. */
@Command(name = "checkout")
public final class CheckoutCommand extends WatchCommand {
    @Option(names = "--for", paramLabel = "PERSON")
    private String person;

    @Option(names = "--slot", paramLabel = "SLOT")
    private String slot;

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Override
    protected ExitCode run() {
        tell(
                "roster.checkout",
                vigil().watch().checkOut(actor(), new CheckIn(person, slot(slot), time(at))),
                new SavedAttendanceView(
                        vigil().people(), dryRun(), WatchViewText.CHECKED_OUT, WatchViewText.WOULD_CHECK_OUT));
        return ExitCode.OK;
    }
}
