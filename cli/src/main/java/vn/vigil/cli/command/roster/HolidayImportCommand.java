package vn.vigil.cli.command.roster;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.roster.holiday.ImportedHolidays;

/** {@code vigil roster holiday import}: puts the decisions of a file on record, all or none. */
@Command(name = "import")
public final class HolidayImportCommand extends CommandBase {
    @Parameters(paramLabel = "FILE")
    private Path file;

    @Override
    protected ExitCode run() {
        tell("roster.holiday.import", vigil().holidays().importFile(actor(), file), new ImportedView(dryRun()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.CONFLICT);
    }

    private record ImportedView(boolean dryRun) implements View<ImportedHolidays> {
        @Override
        public void text(ImportedHolidays i, Out out) {
            out.line((dryRun ? HolidayText.WOULD_IMPORT : HolidayText.IMPORTED)
                    .with(i.added().size(), i.unchanged().size()));
        }

        @Override
        public void json(ImportedHolidays i, Json json) {
            json.field("outcome", i.added().isEmpty() ? "unchanged" : dryRun ? "would-write" : "written");
            dates("added", i.added(), json);
            dates("unchanged", i.unchanged(), json);
        }

        private static void dates(String key, List<LocalDate> dates, Json json) {
            json.array(key);
            for (LocalDate date : dates) {
                json.value(date.toString());
            }
            json.end();
        }
    }
}
