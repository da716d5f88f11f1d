package vn.vigil.cli.command.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.calendar.Quarter;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.WrittenPapersView;
import vn.vigil.document.Paper;
import vn.vigil.document.Papers;
import vn.vigil.document.SheetPlan;
import vn.vigil.document.Sheets;
import vn.vigil.document.WrittenPaper;
import vn.vigil.report.Period;
import vn.vigil.report.Report;
import vn.vigil.report.ReportWords;
import vn.vigil.text.Lang;

/** A report on a period: shown, and written in the forms that are asked. */
abstract class PeriodCommand extends ReportCommand {
    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORM",
            split = ",")
    private List<ReportForm> forms = new ArrayList<>();

    @Option(
            names = {"-o", "--out"},
            paramLabel = "PREFIX")
    private Path output;

    @Option(names = "--force")
    private boolean force;

    @Option(names = "--document-lang", paramLabel = "LANG")
    private Lang documentLang;

    @Option(names = "--revision", paramLabel = "NUMBER")
    private Integer revision;

    @Option(names = "--names")
    private boolean names;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Option(names = "--mail")
    private boolean mail;

    @Option(names = "--if-due")
    private boolean ifDue;

    /** The period, and the verb's schema. */
    final ExitCode report(String schema, Period period) {
        if (ifDue && period.kind() == Period.Kind.QUARTER) {
            LocalDate draft = reports().draftDay(Quarter.parse(period.key()));
            if (LocalDate.ofInstant(world().now(), vigil().zone()).isBefore(draft)) {
                note(ReportLabel.NOT_TODAY.with(draft));
                return ExitCode.OK;
            }
        }
        Report report = reports().report(period);
        if (names) {
            if (reason == null) {
                throw new VigilException(ErrorKind.USAGE, "VG-REPORT-NAMES", ReportLabel.UNMASK_REASON.with());
            }
            reports().unmask(actor(), period, reason);
        }
        if (!json() || !forms.isEmpty() || output != null) {
            List<ReportForm> wanted = forms.isEmpty() ? List.of(ReportForm.DOCX, ReportForm.PDF) : forms;
            Map<String, byte[]> files = files(report, wanted);
            Path prefix = output != null ? output : Path.of("bao-cao-" + period.key());
            List<WrittenPaper> written = Papers.write(files, prefix, force, dryRun());
            if (json()) {
                tell(schema, written, new WrittenPapersView(dryRun()));
                return mail(report);
            }
            tell(schema, report, new ReportView(words(), reports().revisions(period)));
            if (!quiet()) {
                out().show(schema, written, new WrittenPapersView(dryRun()));
            }
            return mail(report);
        }
        out().show(schema, report, new ReportView(words(), reports().revisions(period)));
        return mail(report);
    }

    private ReportWords words() {
        return reports().words(out().lang(), names);
    }

    private ExitCode mail(Report report) {
        if (mail) {
            Set<String> sent = reports().mail(report, language(documentLang));
            note(sent.isEmpty() ? ReportLabel.NOT_MAILED.with() : ReportLabel.MAILED.with(String.join(", ", sent)));
            if (!dryRun()) {
                vigil().deliverMessages();
            }
        }
        return ExitCode.OK;
    }

    private Map<String, byte[]> files(Report report, List<ReportForm> wanted) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Paper paper = null;
        for (ReportForm form : new LinkedHashSet<>(wanted)) {
            if (form.paper() != null) {
                if (paper == null) {
                    paper = revision != null
                            ? reports().revision(report.period(), revision)
                            : reports().paper(report, language(documentLang), names);
                }
                files.put("." + form.word(), Papers.bytes(paper, form.paper()));
                continue;
            }
            if (revision != null && form != ReportForm.JSON) {
                throw new VigilException(
                        ErrorKind.USAGE, "VG-REPORT-REVISION", ReportLabel.NOT_OF_REVISION.with(form.word()));
            }
            switch (form) {
                case JSON -> {
                    String data = revision != null
                            ? reports().data(report.period(), revision)
                            : reports().data(report);
                    files.put(".json", data.getBytes(StandardCharsets.UTF_8));
                }
                case XLSX -> files.put(".xlsx", Sheets.bytes(reports().sheets(report, language(documentLang), names)));
                default -> {
                    for (SheetPlan plan : reports().sheets(report, language(documentLang), names)) {
                        files.put("-" + plan.name() + ".csv", CsvSheet.bytes(plan));
                    }
                }
            }
        }
        return files;
    }
}
