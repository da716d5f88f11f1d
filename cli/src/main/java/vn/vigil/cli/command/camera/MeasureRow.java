package vn.vigil.cli.command.camera;

import vn.vigil.base.MessageKey;
import vn.vigil.camera.BaselineReport;
import vn.vigil.camera.Light;
import vn.vigil.camera.Measure;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;

/** One measure of a camera's pictures: usual by day, usual by night, now. */
final class MeasureRow implements RowView<Measure> {
    private final BaselineReport report;
    private final Out out;

    MeasureRow(BaselineReport report, Out out) {
        this.report = report;
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {"measure", "day", "night", "now"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            BaselineViewText.MEASURE, BaselineViewText.USUAL_DAY, BaselineViewText.USUAL_NIGHT, BaselineViewText.NOW
        };
    }

    @Override
    public void cells(Measure measure, Cells cells) {
        cells.add(cells.forPeople() ? out.text(words(measure).with()) : measure.word());
        for (BaselineReport.OfLight light : report.lights()) {
            BaselineReport.Usual usual = light.usual(measure);
            cells.add(usual == null ? "" : number(measure, usual.median()) + " ± " + number(measure, usual.spread()));
        }
        Double now = report.today() == null ? null : report.today().values().get(measure);
        cells.add(now == null ? "" : number(measure, now));
    }

    /** Bits a second are told in thousands, shares with two decimals. */
    private static String number(Measure measure, double value) {
        return switch (measure) {
            case BITRATE -> FigureText.decimals(value / 1000, 0);
            case LAYOUT, VANISHED, DARK, ACUITY -> FigureText.decimals(value, 2);
            case BRIGHTNESS, CONTRAST, NOISE, BLUE, RED, FRAME_RATE, KEY_INTERVAL -> FigureText.decimals(value, 1);
        };
    }

    static BaselineViewText words(Measure measure) {
        return switch (measure) {
            case BRIGHTNESS -> BaselineViewText.BRIGHTNESS;
            case CONTRAST -> BaselineViewText.CONTRAST;
            case ACUITY -> BaselineViewText.ACUITY;
            case NOISE -> BaselineViewText.NOISE;
            case BLUE -> BaselineViewText.BLUE;
            case RED -> BaselineViewText.RED;
            case DARK -> BaselineViewText.DARK;
            case LAYOUT -> BaselineViewText.LAYOUT;
            case VANISHED -> BaselineViewText.VANISHED;
            case BITRATE -> BaselineViewText.BITRATE;
            case FRAME_RATE -> BaselineViewText.FRAME_RATE;
            case KEY_INTERVAL -> BaselineViewText.KEY_INTERVAL;
        };
    }

    static BaselineViewText words(Light light) {
        return switch (light) {
            case DAY -> BaselineViewText.DAY;
            case NIGHT -> BaselineViewText.NIGHT;
        };
    }

    @Override
    public void json(Measure measure, Json json) {
        json.field("measure", measure.word());
        for (BaselineReport.OfLight light : report.lights()) {
            BaselineReport.Usual usual = light.usual(measure);
            value(light.light().word(), usual == null ? null : usual.median(), json);
            value(light.light().word() + "Spread", usual == null ? null : usual.spread(), json);
        }
        value("now", report.today() == null ? null : report.today().values().get(measure), json);
    }

    private static void value(String name, Double value, Json json) {
        if (value == null) {
            json.field(name, (String) null);
        } else {
            json.field(name, FigureText.share(value));
        }
    }
}
