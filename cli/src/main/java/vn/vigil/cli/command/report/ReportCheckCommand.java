package vn.vigil.cli.command.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Format;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.document.FormFinding;
import vn.vigil.document.FormLint;
import vn.vigil.document.FormPoint;
import vn.vigil.document.FormReport;

/** {@code vigil report check}: holds a paper against the form of Decree 30/2020/NĐ-CP. */
@Command(name = "check")
public final class ReportCheckCommand extends ListCommand {
    @Parameters(arity = "1", paramLabel = "FILE")
    private Path file;

    @Override
    protected boolean plain() {
        return false;
    }

    @Override
    protected ExitCode run() {
        FormReport report = FormLint.check(file);
        Out out = out();
        FindingRow row = new FindingRow(out);
        if (out.format() == Format.JSON) {
            out.show("report.check", report, new ReportView(row));
        } else if (!report.findings().isEmpty() || out.format() != Format.TABLE) {
            out.list("report.check", "findings", report.findings(), row);
        }
        out.flush();
        remark(report);
        return ExitCode.of(report.worst());
    }

    private void remark(FormReport report) {
        if (report.findings().isEmpty()) {
            note(ReportText.IN_ORDER.with(report.judged().size()));
        } else {
            note(ReportText.JUDGED.with(
                    report.judged().size(), report.findings().size()));
        }
        List<String> others = new ArrayList<>();
        for (FormPoint point : FormPoint.values()) {
            if (!report.judged().contains(point)) {
                others.add(point.word());
            }
        }
        if (!others.isEmpty()) {
            note(ReportText.NOT_JUDGED.with(String.join(", ", others)));
        }
    }

    @Override
    public boolean check() {
        return true;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.CRITICAL, ExitCode.UNKNOWN, ExitCode.NOT_FOUND);
    }

    private record ReportView(FindingRow row) implements View<FormReport> {
        @Override
        public void text(FormReport r, Out out) {
            throw new IllegalStateException("shown as a list");
        }

        @Override
        public void json(FormReport r, Json json) {
            json.field("file", r.file().toString())
                    .field("kind", r.kind())
                    .field("verdict", FindingRow.word(r.worst()))
                    .array("judged");
            for (FormPoint point : r.judged()) {
                json.value(point.word());
            }
            json.end().array("findings");
            for (FormFinding finding : r.findings()) {
                json.object();
                row.json(finding, json);
                json.end();
            }
            json.end();
        }
    }
}
