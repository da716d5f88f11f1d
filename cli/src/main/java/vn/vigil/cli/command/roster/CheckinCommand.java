package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.watch.CheckIn;

/** {@code vigil roster checkin}: somebody comes on watch. */
@Command(name = "checkin")
public final class CheckinCommand extends WatchCommand {
    @Option(names = "--for", paramLabel = "PERSON")
    private String person;

    @Option(names = "--slot", paramLabel = "SLOT")
    private String slot;

    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Override
    protected ExitCode run() {
        tell(
                "roster.checkin",
                vigil().watch().checkIn(actor(), new CheckIn(person, slot(slot), time(at))),
                new SavedAttendanceView(
                        vigil().people(), dryRun(), WatchViewText.CHECKED_IN, WatchViewText.WOULD_CHECK_IN));
        return ExitCode.OK;
    }
}
