package vn.vigil.cli.command.roster;

import vn.vigil.calendar.DecidedDay;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.roster.holiday.SavedHoliday;

/**
 * What became of a change to one day.
 *
 * @param sentence what is said when something changed, or would
 */
record SavedHolidayView(HolidayText sentence, boolean dryRun) implements View<SavedHoliday> {
    @Override
    public void text(SavedHoliday s, Out out) {
        DecidedDay day = s.day();
        out.line((s.unchanged() ? HolidayText.UNCHANGED : sentence)
                .with(day.date(), day.kind().word(), day.name()));
    }

    @Override
    public void json(SavedHoliday s, Json json) {
        json.field("outcome", s.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
        json.object("day");
        DecisionRow.fields(s.day(), json);
        json.end();
    }
}
