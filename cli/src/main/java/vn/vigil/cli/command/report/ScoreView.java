package vn.vigil.cli.command.report;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.report.Saved;
import vn.vigil.report.ScoreSheet;

/** Says how the criteria of a year stand. */
record ScoreView(boolean dryRun) implements View<Saved<ScoreSheet>> {
    @Override
    public void text(Saved<ScoreSheet> saved, Out out) {
        line(saved.what(), out);
        if (saved.unchanged()) {
            out.line(ReportLabel.UNCHANGED.with(), Tone.FAINT);
        } else if (dryRun) {
            out.line(ReportLabel.DRY_RUN.with(), Tone.FAINT);
        }
    }

    static void line(ScoreSheet s, Out out) {
        String year = Integer.toString(s.year());
        out.line(
                s.list() == null
                        ? ReportLabel.NO_CRITERIA.with(year)
                        : ReportLabel.CRITERIA_LINE.with(year, s.title(), s.given(), s.most(), s.open()),
                Tone.STRONG);
    }

    @Override
    public void json(Saved<ScoreSheet> saved, Json json) {
        json.field("outcome", saved.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
        json.object("criteria");
        fields(saved.what(), json);
        json.end();
    }

    static void fields(ScoreSheet s, Json json) {
        json.field("year", s.year())
                .field("list", s.list() == null ? null : s.list().toString())
                .field("title", s.title())
                .field("given", s.given())
                .field("most", s.most())
                .field("open", s.open())
                .array("lines");
        for (ScoreSheet.Line line : s.lines()) {
            json.object()
                    .field("code", line.criterion().code())
                    .field("words", line.criterion().words())
                    .field("maximum", line.criterion().maximum());
            if (line.points() == null) {
                json.field("points", (String) null);
            } else {
                json.field("points", line.points());
            }
            json.field("note", line.note()).end();
        }
        json.end();
    }
}
