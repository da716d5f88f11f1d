package vn.vigil.cli.command.roster;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.holiday.AddHoliday;

/** {@code vigil roster holiday add}: puts a decision of the site's about one day on record. */
@Command(name = "add")
public final class HolidayAddCommand extends CommandBase {
    @Parameters(paramLabel = "DATE")
    private String date;

    @Option(names = "--kind", paramLabel = "KIND", required = true)
    private String kind;

    @Option(names = "--name", paramLabel = "NAME", required = true)
    private String name;

    @Option(names = "--basis", paramLabel = "TEXT", required = true)
    private String basis;

    @Override
    protected ExitCode run() {
        List<Message> misread = new ArrayList<>();
        LocalDate day = null;
        try {
            day = date(date);
        } catch (VigilException e) {
            misread.add(HolidayText.FIELD_FAULT.with("DATE", e.what()));
        }
        AddHoliday told = new AddHoliday(day, kind, name, basis, misread);
        tell(
                "roster.holiday.add",
                vigil().holidays().add(actor(), told),
                new SavedHolidayView(dryRun() ? HolidayText.WOULD_ADD : HolidayText.ADDED, dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.CONFLICT);
    }
}
