package vn.vigil.cli.command.report;

import vn.vigil.base.Message;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.report.Duty;
import vn.vigil.report.YearOpened;

/** Shows how a year begins. */
record YearOpenedView() implements View<YearOpened> {
    @Override
    public void text(YearOpened y, Out out) {
        String year = Integer.toString(y.year());
        out.line(ReportLabel.YEAR_NUMBERS.with(year), Tone.STRONG);
        y.numbers().forEach((series, n) -> out.line(ReportLabel.YEAR_SERIES.with(series, n, year)));
        if (y.missing().isEmpty()) {
            out.line(ReportLabel.YEAR_COMPLETE.with(year), Tone.GOOD);
        }
        for (Message missing : y.missing()) {
            out.line(missing, Tone.WARNING);
        }
        out.line("");
        out.list("year.duties", "duties", y.duties(), new DutyRow(out));
    }

    @Override
    public void json(YearOpened y, Json json) {
        json.field("year", y.year()).array("holidaysMissing");
        y.missing().forEach(m -> json.value(m.key().id()));
        json.end().object("numbers");
        y.numbers().forEach((series, n) -> json.field(series, n));
        json.end().array("duties");
        DutyRow row = new DutyRow(null);
        for (Duty duty : y.duties()) {
            json.object();
            row.json(duty, json);
            json.end();
        }
        json.end();
    }
}
