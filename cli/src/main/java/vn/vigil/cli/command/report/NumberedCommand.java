package vn.vigil.cli.command.report;

import picocli.CommandLine.Option;
import vn.vigil.register.SavedEntry;
import vn.vigil.report.Period;

/** What the verbs share whose paper takes a number of the register. */
abstract class NumberedCommand extends PapersCommand {
    @Option(names = "--issue")
    private boolean issue;

    @Option(names = "--number", paramLabel = "NUMBER")
    private String number;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    /** Takes the next number, or the given one, when one is asked for, and says which. */
    final void takeNumber(String kind, Period period) {
        if (issue || number != null) {
            SavedEntry saved = reports().number(actor(), kind, period, number, day(date));
            note((saved.changed() ? ReportLabel.NUMBERED : ReportLabel.NUMBERED_BEFORE)
                    .with(saved.entry().number(), saved.entry().title()));
        }
    }
}
