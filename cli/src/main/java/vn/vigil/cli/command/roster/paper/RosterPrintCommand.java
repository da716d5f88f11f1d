package vn.vigil.cli.command.roster.paper;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.paper.RosterFormat;

/** {@code vigil roster print}: a month on one A4 page, for the wall and the paper book. */
@Command(name = "print")
public final class RosterPrintCommand extends PaperCommand {
    @Parameters(index = "0", paramLabel = "MONTH")
    private String month;

    @Option(names = "--format", paramLabel = "FORM")
    private RosterFormat form = RosterFormat.PDF;

    @Option(names = "--post", paramLabel = "POST")
    private String post;

    @Override
    protected ExitCode run() {
        if (!form.paper()) {
            throw new VigilException(
                    ErrorKind.USAGE, "VG-ROSTER-PRINT-FORMAT", PaperViewText.SHEET_FORMAT.with(form.word()));
        }
        return write("roster.print", vigil().rosterPapers().print(month(month), form, post, paperLang()));
    }
}
