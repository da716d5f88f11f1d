package vn.vigil.cli.command.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.WrittenPapersView;
import vn.vigil.document.Papers;
import vn.vigil.document.WrittenPaper;
import vn.vigil.report.Reports;
import vn.vigil.text.Lang;

/** What the verbs of reports share. */
abstract class ReportCommand extends CommandBase {
    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.DENIED, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }

    /** Null for null. */
    final LocalDate day(String text) {
        return text == null ? null : date(text);
    }

    /** A paper's language: as told for it, else by {@code --lang}; never by the machine's. */
    final Lang language(Lang told) {
        return told != null ? told : said() != null ? said() : Lang.VI;
    }

    final Reports reports() {
        return vigil().reports();
    }

    /** Writes files beside each other, all or none, and says which. */
    final ExitCode write(String schema, Map<String, byte[]> files, Path prefix, boolean force) {
        List<WrittenPaper> written = Papers.write(files, prefix, force, dryRun());
        tell(schema, written, new WrittenPapersView(dryRun()));
        return ExitCode.OK;
    }

    /** @throws VigilException USAGE */
    final int year(Integer asked) {
        int year = asked != null ? asked : world().now().atZone(vigil().zone()).getYear();
        if (year < 2000 || year > 2100) {
            throw new VigilException(
                    ErrorKind.USAGE, "VG-REPORT-YEAR-NUMBER", ReportLabel.BAD_YEAR.with(Integer.toString(year)));
        }
        return year;
    }
}
