package vn.vigil.cli.command.report;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.report.Fixed;
import vn.vigil.report.ReportWords;
import vn.vigil.report.Saved;

/** Shows a report that is signed. */
record FixedView(ReportWords words, boolean dryRun) implements View<Saved<Fixed>> {
    @Override
    public void text(Saved<Fixed> saved, Out out) {
        line(saved.what(), out);
        if (saved.what().number() == null) {
            out.line(ReportLabel.NEXT_ISSUE.with(saved.what().period()), Tone.FAINT);
        }
        if (saved.unchanged()) {
            out.line(ReportLabel.UNCHANGED.with(), Tone.FAINT);
        } else if (dryRun) {
            out.line(ReportLabel.DRY_RUN.with(), Tone.FAINT);
        }
    }

    void line(Fixed f, Out out) {
        out.line(ReportLabel.FIXED_LINE.with(f.id(), f.period(), f.revision()), Tone.STRONG);
        out.line(ReportLabel.DATA.with(f.dataSha256()));
        if (!f.checkpoint().isEmpty()) {
            out.line(ReportLabel.CHECKPOINT_LINE.with(f.checkpoint()));
        }
        for (Fixed.Signed s : f.signatures()) {
            ReportLabel how = s.how().equals("key") ? ReportLabel.BY_KEY : ReportLabel.BY_PAPER;
            out.line(ReportLabel.SIGNED_LINE.with(s.who(), words.day(s.day()), how.with(), s.sha256()));
        }
        if (f.number() != null) {
            out.line(ReportLabel.ISSUED_LINE.with(f.number(), words.day(f.issued())));
        }
    }

    @Override
    public void json(Saved<Fixed> saved, Json json) {
        json.field("outcome", saved.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
        json.object("report");
        fields(saved.what(), json);
        json.end();
    }

    static void fields(Fixed f, Json json) {
        json.field("id", f.id().toString())
                .field("period", f.period())
                .field("revision", f.revision())
                .field("fixedAt", f.at())
                .field("dataSha256", f.dataSha256())
                .field("textSha256", f.textSha256())
                .field("checkpoint", f.checkpoint())
                .field("number", f.number())
                .field("issued", f.issued() == null ? null : f.issued().toString())
                .array("signatures");
        for (Fixed.Signed s : f.signatures()) {
            json.object()
                    .field("how", s.how())
                    .field("who", s.who())
                    .field("day", s.day().toString())
                    .field("sha256", s.sha256())
                    .end();
        }
        json.end();
    }
}
