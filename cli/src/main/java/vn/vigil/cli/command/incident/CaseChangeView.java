package vn.vigil.cli.command.incident;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.incident.CaseChange;
import vn.vigil.incident.CaseEvent;

/** Says what was entered in a case file. */
final class CaseChangeView implements View<CaseChange> {
    private final boolean dryRun;

    CaseChangeView(boolean dryRun) {
        this.dryRun = dryRun;
    }

    @Override
    public void text(CaseChange change, Out out) {
        if (change.unchanged()) {
            out.line(IncidentLabel.NOTHING_NEW.with(change.incident().id()), Tone.FAINT);
            return;
        }
        for (CaseEvent e : change.entries()) {
            out.line(change.incident().id() + "  " + CaseView.entry(e, out));
        }
        if (dryRun) {
            out.line(IncidentLabel.DRY_RUN.with(), Tone.FAINT);
        }
    }

    @Override
    public void json(CaseChange change, Json json) {
        json.field("outcome", change.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
        json.object("incident");
        IncidentView.fields(change.incident(), json);
        json.end();
        CaseView.eventFields(change.entries(), json);
    }
}
