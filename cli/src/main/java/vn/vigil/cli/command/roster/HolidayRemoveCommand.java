package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster holiday remove}: takes a decision of the site's off the record. */
@Command(name = "remove")
public final class HolidayRemoveCommand extends CommandBase {
    @Parameters(paramLabel = "DATE")
    private String date;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Override
    protected ExitCode run() {
        tell(
                "roster.holiday.remove",
                vigil().holidays().remove(actor(), date(date), reason),
                new SavedHolidayView(dryRun() ? HolidayText.WOULD_REMOVE : HolidayText.REMOVED, dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }
}
