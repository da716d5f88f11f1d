package vn.vigil.cli.command.roster.paper;

import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.MemberId;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.Quarter;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.paper.ExportRequest;
import vn.vigil.roster.paper.RosterFormat;

/** {@code vigil roster export}: the duty table, a calendar, or a table that is read back. */
@Command(name = "export")
public final class RosterExportCommand extends PaperCommand {
    @Option(names = "--month", paramLabel = "MONTH")
    private String month;

    @Option(names = "--quarter", paramLabel = "QUARTER")
    private String quarter;

    @Option(names = "--from", paramLabel = "DATE")
    private String from;

    @Option(names = "--to", paramLabel = "DATE")
    private String to;

    @Option(names = "--format", paramLabel = "FORM", required = true)
    private RosterFormat form;

    @Option(names = "--person", paramLabel = "PERSON")
    private String person;

    @Option(names = "--post", paramLabel = "POST")
    private String post;

    @Option(names = "--all")
    private boolean all;

    @Option(names = "--each")
    private boolean each;

    @Option(names = "--utc")
    private boolean utc;

    @Option(names = "--remind", paramLabel = "LENGTH")
    private String remind;

    @Option(names = "--cancel")
    private boolean cancel;

    @Option(names = "--number", paramLabel = "NUMBER")
    private String number;

    @Option(names = "--date", paramLabel = "DATE")
    private String date;

    @Option(names = "--draft")
    private boolean draft;

    @Override
    protected ExitCode run() {
        if (each && (all || person != null)) {
            throw usage("VG-ROSTER-EXPORT-WHOSE", PaperViewText.ONE_OF.with("--each", "--all", "--person"));
        }
        if (all && (person != null || post != null)) {
            throw usage("VG-ROSTER-EXPORT-WHOSE", PaperViewText.ONE_OF.with("--all", "--person", "--post"));
        }
        only(form == RosterFormat.ICS, each, "--each", "ics");
        only(form == RosterFormat.ICS, utc, "--utc", "ics");
        only(form == RosterFormat.ICS, remind != null, "--remind", "ics");
        only(form == RosterFormat.ICS, cancel, "--cancel", "ics");
        only(form.paper(), number != null, "--number", "html docx pdf md");
        only(form.paper(), date != null, "--date", "html docx pdf md");
        only(form.paper(), draft, "--draft", "html docx pdf md");
        LocalDate[] days = days();
        MemberId id = person == null ? null : vigil().people().show(person).id();
        ExportRequest asked = new ExportRequest(
                days[0],
                days[1],
                form,
                id,
                post,
                utc,
                remind == null ? null : minutes(),
                cancel,
                number,
                date == null ? null : date(date),
                draft,
                paperLang());
        if (each) {
            return writeEach("roster.export-each", vigil().rosterPapers().each(asked));
        }
        return write("roster.export", vigil().rosterPapers().make(asked));
    }

    /** First and last day, of exactly one way to say them. */
    private LocalDate[] days() {
        int ways = (month == null ? 0 : 1) + (quarter == null ? 0 : 1) + (from == null && to == null ? 0 : 1);
        if (ways != 1 || (from == null) != (to == null)) {
            throw new VigilException(ErrorKind.USAGE, "VG-ROSTER-EXPORT-DAYS", PaperViewText.WHICH_DAYS.with())
                    .why(PaperViewText.WHICH_DAYS_WHY.with());
        }
        if (month != null) {
            YearMonth of = month(month);
            return new LocalDate[] {of.atDay(1), of.atEndOfMonth()};
        }
        if (quarter != null) {
            Quarter of = Quarter.parse(quarter);
            return new LocalDate[] {of.first(), of.last()};
        }
        return new LocalDate[] {date(from), date(to)};
    }

    /** A bare number is minutes. */
    private int minutes() {
        boolean digits = !remind.isEmpty() && remind.length() <= 6;
        for (int i = 0; i < remind.length(); i++) {
            digits &= remind.charAt(i) >= '0' && remind.charAt(i) <= '9';
        }
        Duration length = digits ? Duration.ofMinutes(Integer.parseInt(remind)) : duration(remind);
        if (length.isNegative() || length.compareTo(Duration.ofDays(28)) > 0) {
            throw usage("VG-ROSTER-EXPORT-REMIND", PaperViewText.BAD_REMIND.with(remind));
        }
        return (int) length.toMinutes();
    }

    private static void only(boolean allowed, boolean said, String flag, String formats) {
        if (said && !allowed) {
            throw usage("VG-ROSTER-EXPORT-FLAG", PaperViewText.ONLY_FOR.with(flag, formats));
        }
    }

    private static VigilException usage(String id, vn.vigil.base.Message what) {
        return new VigilException(ErrorKind.USAGE, id, what);
    }
}
