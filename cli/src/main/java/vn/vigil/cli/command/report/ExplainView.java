package vn.vigil.cli.command.report;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.report.Compared;
import vn.vigil.report.FigureRow;
import vn.vigil.report.FigureRule;
import vn.vigil.report.Measure;
import vn.vigil.report.Period;
import vn.vigil.report.ReportWords;

/** Shows one figure, its rule and the rows behind it. */
record ExplainView(ReportWords words, Period period) implements View<Compared> {
    private static final int WIDTH = 22;

    @Override
    public void text(Compared c, Out out) {
        out.line(words.say(c.rule().with()) + " – " + words.period(period), Tone.STRONG);
        pair(ReportLabel.NOW, words.figure(c.now()), out);
        if (!words.bounds(c.now()).isEmpty()) {
            pair(ReportLabel.BOUNDS, words.bounds(c.now()), out);
        }
        pair(ReportLabel.BASED_ON, Long.toString(c.now().n()), out);
        pair(ReportLabel.BEFORE, words.figure(c.before()), out);
        if (c.lastYear() != null) {
            pair(ReportLabel.LAST_YEAR, words.figure(c.lastYear()), out);
        }
        if (c.toDate() != null) {
            pair(ReportLabel.TO_DATE, words.figure(c.toDate()), out);
        }
        pair(
                ReportLabel.TARGET,
                c.target() == null
                        ? "–"
                        : words.target(c) + " – " + words.say(c.verdict().with()),
                out);
        pair(ReportLabel.FORMULA, words.say(c.rule().formula()), out);
        pair(ReportLabel.CLAUSE, c.rule().clause(), out);
        rows(c, true, ReportLabel.ROWS, out);
        rows(c, false, ReportLabel.LEFT_OUT, out);
    }

    private static void pair(ReportLabel label, String value, Out out) {
        out.pair(out.text(label.with()), WIDTH, value);
    }

    private void rows(Compared c, boolean counted, ReportLabel title, Out out) {
        boolean first = true;
        for (FigureRow row : c.now().rows()) {
            if (row.counted() == counted) {
                if (first) {
                    out.line("");
                    out.line(title.with(), Tone.STRONG);
                    first = false;
                }
                out.pair(
                        "  " + row.subject() + (row.at() == null ? "" : " " + out.time(row.at())),
                        52,
                        counted ? amount(c.rule(), row) : words.say(row.why()));
            }
        }
    }

    /** Seconds and đồng as such; of shares of things whether it is one. */
    private String amount(FigureRule rule, FigureRow row) {
        return switch (rule.unit()) {
            case COUNT -> Long.toString(row.amount());
            case PERCENT -> row.whole() > 0 ? row.amount() + "/" + row.whole() : Long.toString(row.amount());
            case TIME_SHARE ->
                words.cell(new Measure(rule.unit(), row.whole() > 0 ? row.amount() : null, Math.max(1, row.whole())));
            default -> words.cell(new Measure(rule.unit(), row.amount(), 1));
        };
    }

    @Override
    public void json(Compared c, Json json) {
        json.field("period", period.key());
        new ComparedRow(words).json(c, json);
        json.array("rows");
        for (FigureRow row : c.now().rows()) {
            json.object()
                    .field("subject", row.subject())
                    .field("at", row.at())
                    .field("amount", row.amount())
                    .field("of", row.whole())
                    .field("counted", row.counted())
                    .field("why", row.why() == null ? null : words.say(row.why()))
                    .end();
        }
        json.end();
    }
}
