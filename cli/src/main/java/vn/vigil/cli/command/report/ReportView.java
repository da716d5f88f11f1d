package vn.vigil.cli.command.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.report.Compared;
import vn.vigil.report.FigureRule;
import vn.vigil.report.Fixed;
import vn.vigil.report.Grid;
import vn.vigil.report.Measure;
import vn.vigil.report.Remark;
import vn.vigil.report.Report;
import vn.vigil.report.ReportWords;

/** Shows a report: what is asked, the eight lines, what is missing; all figures as JSON. */
record ReportView(ReportWords words, List<Fixed> revisions) implements View<Report> {
    @Override
    public void text(Report r, Out out) {
        out.line(ReportLabel.HEADLINE.with(words.period(r.period()), words.day(r.through())), Tone.STRONG);
        if (r.partial()) {
            out.line(ReportLabel.PARTIAL.with(), Tone.WARNING);
        }
        out.line("");
        out.line(r.asks().isEmpty() ? ReportLabel.NO_ASKS.with() : ReportLabel.ASKS.with());
        for (Message ask : r.asks()) {
            out.line("  - " + words.say(ask));
        }
        out.line("");
        List<Compared> board = new ArrayList<>();
        FigureRule.FIRST_PAGE.forEach(rule -> board.add(r.figure(rule)));
        out.list("report.figures", "figures", board, new ComparedRow(words));
        if (!r.missing().isEmpty()) {
            out.line("");
            out.line(ReportLabel.MISSING.with(), Tone.WARNING);
            for (Message missing : r.missing()) {
                out.line("  - " + words.say(missing));
            }
        }
        out.line("");
        out.line(ReportLabel.DATA.with(r.dataSha256()), Tone.FAINT);
        for (Fixed f : revisions) {
            out.line(
                    ReportLabel.REVISION.with(
                            f.revision(), words.day(f.signatures().get(0).day()), f.dataSha256()),
                    Tone.FAINT);
        }
    }

    @Override
    public void json(Report r, Json json) {
        json.field("period", r.period().key())
                .field("kind", r.period().kind().id())
                .field("from", r.period().from().toString())
                .field("through", r.through().toString())
                .field("partial", r.partial())
                .array("figures");
        ComparedRow row = new ComparedRow(words);
        for (Compared c : r.figures().values()) {
            json.object();
            row.json(c, json);
            json.end();
        }
        json.end();
        said("asks", r.asks(), json);
        said("missing", r.missing(), json);
        grids("charts", r.charts(), json);
        grids("annexes", r.annexes(), json);
        json.array("remarks");
        for (Remark remark : r.remarks()) {
            json.object()
                    .field("id", remark.id().toString())
                    .field("section", remark.section().id())
                    .field("words", words.cell(new vn.vigil.report.FreeText(remark.words())))
                    .end();
        }
        json.end().field("dataSha256", r.dataSha256()).array("revisions");
        for (Fixed f : revisions) {
            json.object();
            FixedView.fields(f, json);
            json.end();
        }
        json.end();
    }

    private void said(String name, List<Message> messages, Json json) {
        json.array(name);
        messages.forEach(m -> json.value(words.say(m)));
        json.end();
    }

    private void grids(String name, List<Grid> grids, Json json) {
        json.object(name);
        for (Grid grid : grids) {
            json.array(grid.id());
            for (List<Object> row : grid.rows()) {
                json.object();
                for (int i = 0; i < row.size(); i++) {
                    cell(grid.columns().get(i).title().key().id(), row.get(i), json);
                }
                json.end();
            }
            json.end();
        }
        json.end();
    }

    private void cell(String name, Object cell, Json json) {
        if (cell instanceof Measure m) {
            if (m.part() == null) {
                json.field(name, (String) null);
            } else {
                json.field(name, m.value());
            }
        } else if (cell instanceof Long number) {
            json.field(name, number);
        } else if (cell instanceof LocalDate || cell instanceof java.time.Instant) {
            json.field(name, cell.toString());
        } else {
            json.field(name, cell == null ? null : words.cell(cell));
        }
    }
}
