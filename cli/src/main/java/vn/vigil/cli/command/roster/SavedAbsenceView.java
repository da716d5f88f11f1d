package vn.vigil.cli.command.roster;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.people.Absence;
import vn.vigil.people.SavedAbsence;

/** An absence after a change. */
record SavedAbsenceView(boolean dryRun) implements View<SavedAbsence> {
    @Override
    public void text(SavedAbsence s, Out out) {
        Absence a = s.absence();
        PeopleViewText what = !s.changed()
                ? PeopleViewText.ABSENCE_UNCHANGED
                : dryRun ? PeopleViewText.WOULD_SAVE_ABSENCE : PeopleViewText.ABSENCE_SAVED;
        out.line(what.with(a.id(), a.member(), out.time(a.from()), a.to() == null ? "…" : out.time(a.to())));
    }

    @Override
    public void json(SavedAbsence s, Json json) {
        json.field("outcome", !s.changed() ? "unchanged" : dryRun ? "would-write" : "written")
                .object("absence");
        new AbsenceRow(null).json(s.absence(), json);
        json.end();
    }
}
