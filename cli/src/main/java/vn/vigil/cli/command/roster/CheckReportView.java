package vn.vigil.cli.command.roster;

import java.util.Locale;
import vn.vigil.base.Severity;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.plan.CheckReport;
import vn.vigil.roster.plan.Finding;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** What a check of a roster found. */
record CheckReportView(Lang lang, boolean quiet) implements View<CheckReport> {
    /** So many gaps are told one by one; an empty month has a hundred. */
    private static final int MOST_GAPS = 20;

    @Override
    public void text(CheckReport r, Out out) {
        out.line(
                PlanViewText.COVER.with(
                        r.from(), r.to(), r.seats(), Long.toString(r.openMinutes()), percent(r.openPercent())),
                tone(r.severity()));
        if (!quiet) {
            out.line(r.capacity().line());
            if (r.published() != null) {
                out.line(PlanViewText.PUBLISHED_AS.with(
                        r.published().id(),
                        r.published().revision(),
                        r.published().from(),
                        r.published().to()));
            }
        }
        int gaps = 0;
        for (Finding f : r.findings()) {
            gaps += f.kind() == Finding.Kind.GAP ? 1 : 0;
            boolean many = f.kind() == Finding.Kind.GAP && gaps > MOST_GAPS;
            if (!many && (!quiet || f.severity() != Severity.OK)) {
                String article = f.article() == null ? "" : " (" + f.article() + ")";
                out.pair(out.text(f.kind().with()), 26, out.text(f.sentence()) + article);
            }
        }
        if (gaps > MOST_GAPS) {
            out.line(PlanViewText.MORE_GAPS.with(gaps - MOST_GAPS, r.from(), r.to()));
        }
    }

    /** One decimal, the point in both languages: it is read by scripts too. */
    static String percent(double value) {
        long tenths = Math.round(value * 10);
        return tenths / 10 + (tenths % 10 == 0 ? "" : "." + tenths % 10);
    }

    private static Tone tone(Severity severity) {
        return switch (severity) {
            case OK -> Tone.GOOD;
            case WARNING -> Tone.WARNING;
            case CRITICAL, UNKNOWN -> Tone.BAD;
        };
    }

    @Override
    public void json(CheckReport r, Json json) {
        json.field("from", r.from().toString())
                .field("to", r.to().toString())
                .field("severity", r.severity().name().toLowerCase(Locale.ROOT))
                .field("seats", r.seats())
                .field("minutes", r.minutes())
                .field("openMinutes", r.openMinutes())
                .field("openPercent", PlanJson.round(r.openPercent()));
        PlanJson.capacity(r.capacity(), lang, json);
        json.field("publication", r.published() == null ? null : r.published().id())
                .array("findings");
        for (Finding f : r.findings()) {
            json.object()
                    .field("kind", f.kind().id())
                    .field("severity", f.severity().name().toLowerCase(Locale.ROOT))
                    .field("slot", f.slot() == null ? null : f.slot().toString())
                    .field("member", PlanJson.id(f.member()))
                    .field("from", f.span() == null ? null : f.span().from())
                    .field("to", f.span() == null ? null : f.span().to())
                    .field("rule", f.rule())
                    .field("article", f.article())
                    .field("sentence", Texts.render(f.sentence(), lang))
                    .end();
        }
        json.end();
    }
}
