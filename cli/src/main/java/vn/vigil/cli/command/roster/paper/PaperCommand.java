package vn.vigil.cli.command.roster.paper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.Message;
import vn.vigil.base.VigilException;
import vn.vigil.cli.command.CommandBase;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.config.Setting;
import vn.vigil.roster.paper.MadePaper;
import vn.vigil.roster.paper.SavedPaper;
import vn.vigil.text.Lang;

/** A verb that makes one file of a roster. */
abstract class PaperCommand extends CommandBase {
    private static final String STDOUT = "-";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE")
    private String file;

    @Option(names = "--force")
    private boolean force;

    /** Papers are Vietnamese unless a flag, a variable or a setting of vigil says otherwise; the user's locale says nothing. */
    final Lang paperLang() {
        Lang said = Lang.of(vigil().config().text(Setting.LANG));
        return said == null ? Lang.VI : said;
    }

    /** @throws VigilException USAGE for what is no month */
    static YearMonth month(String text) {
        try {
            YearMonth month = YearMonth.parse(text);
            if (month.getYear() >= 1900 && month.getYear() <= 2999) {
                return month;
            }
        } catch (DateTimeException e) {
            // Told below.
        }
        throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-MONTH", PaperViewText.BAD_MONTH.with(text))
                .why(PaperViewText.BAD_MONTH_WHY.with());
    }

    /** Writes the file and tells it, or hands the bytes to standard output. */
    final ExitCode write(String schema, MadePaper made) {
        for (Message warning : made.warnings()) {
            note(warning);
        }
        if (STDOUT.equals(file)) {
            return toStdout(made);
        }
        Path to = Path.of(file == null ? made.name() : file);
        tell(schema, vigil().rosterPapers().save(made, to, force, dryRun()), new SavedPaperView(dryRun(), paperLang()));
        return ExitCode.OK;
    }

    /** Writes a file for each into the folder of {@code --out}, or here; tells each that is not as it was. */
    final ExitCode writeEach(String schema, List<MadePaper> all) {
        if (STDOUT.equals(file)) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-STDOUT-EACH", PaperViewText.NO_EACH_TO_STDOUT.with());
        }
        for (Message warning : all.isEmpty() ? List.<Message>of() : all.get(0).warnings()) {
            note(warning);
        }
        Path folder = Path.of(file == null ? "" : file);
        List<SavedPaper> saved = new ArrayList<>();
        // What is in the way of one is told before the first is written.
        for (MadePaper made : all) {
            vigil().rosterPapers().save(made, folder.resolve(made.name()), force, true);
        }
        for (MadePaper made : all) {
            saved.add(vigil().rosterPapers().save(made, folder.resolve(made.name()), force, dryRun()));
        }
        tell(schema, saved, new SavedPapersView(new SavedPaperView(dryRun(), paperLang())));
        return ExitCode.OK;
    }

    private ExitCode toStdout(MadePaper made) {
        if (json()) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-STDOUT-JSON", PaperViewText.NO_JSON_TO_STDOUT.with());
        }
        if (made.format().binary() && streams().outTerminal()) {
            throw new VigilException(
                            ErrorKind.USAGE,
                            "VG-ROSTER-STDOUT-TERMINAL",
                            PaperViewText.TO_TERMINAL.with(made.format().word()))
                    .next(PaperViewText.TO_TERMINAL_NEXT.with(made.name()));
        }
        try {
            streams().out().write(made.bytes());
            streams().out().flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND, ExitCode.REFUSED, ExitCode.CONFLICT);
    }
}
