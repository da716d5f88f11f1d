package vn.vigil.cli.command.report;

import java.util.Locale;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.report.Compared;
import vn.vigil.report.Figure;
import vn.vigil.report.ReportWords;

/** Shows a figure beside its target and those it is compared with. */
record ComparedRow(ReportWords words) implements RowView<Compared> {
    @Override
    public String[] columns() {
        return new String[] {"figure", "target", "now", "before", "lastYear", "toDate", "verdict"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            ReportLabel.FIGURE,
            ReportLabel.TARGET,
            ReportLabel.NOW,
            ReportLabel.BEFORE,
            ReportLabel.LAST_YEAR,
            ReportLabel.TO_DATE,
            ReportLabel.VERDICT
        };
    }

    @Override
    public void cells(Compared c, Cells cells) {
        boolean people = cells.forPeople();
        cells.add(people ? words.say(c.rule().with()) : c.rule().id());
        cells.add(
                people ? words.target(c) : c.target() == null ? "" : c.target().toString());
        for (Figure f : new Figure[] {c.now(), c.before(), c.lastYear(), c.toDate()}) {
            cells.add(f == null ? "" : people ? words.figure(f) : plain(f));
        }
        Tone tone =
                switch (c.verdict()) {
                    case MET -> Tone.GOOD;
                    case MISSED -> Tone.BAD;
                    case NOT_JUDGED -> Tone.FAINT;
                };
        cells.add(people ? words.say(c.verdict().with()) : c.verdict().id(), tone);
    }

    private static String plain(Figure f) {
        return f.known() ? String.format(Locale.ROOT, "%.6f", f.value()).replaceFirst("\\.?0+$", "") : "";
    }

    @Override
    public void json(Compared c, Json json) {
        json.field("id", c.rule().id())
                .field("name", words.say(c.rule().with()))
                .field("part", c.rule().part().id())
                .field("unit", c.rule().unit().id())
                .field("clause", c.rule().clause())
                .field("formula", words.say(c.rule().formula()));
        figure("now", c.now(), json);
        figure("before", c.before(), json);
        figure("lastYear", c.lastYear(), json);
        figure("toDate", c.toDate(), json);
        if (c.target() == null) {
            json.field("target", (String) null);
        } else {
            json.field("target", c.target());
        }
        json.field("verdict", c.verdict().id());
    }

    /** The exact fraction and its value in the figure's unit; null where there is no data. */
    static void figure(String name, Figure f, Json json) {
        if (f == null || !f.known()) {
            json.field(name, (String) null);
            return;
        }
        json.object(name)
                .field("value", f.value())
                .field("numerator", f.part())
                .field("denominator", f.whole())
                .field("n", f.n())
                .field("few", f.few())
                .field("atLeast", f.atLeast());
        if (f.low() != null) {
            json.object("bounds")
                    .field("low", f.low())
                    .field("high", f.high())
                    .field("denominator", f.boundWhole())
                    .end();
        }
        json.end();
    }
}
