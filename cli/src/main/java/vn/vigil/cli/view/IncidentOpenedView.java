package vn.vigil.cli.view;

import vn.vigil.incident.Incidents;

/** Shows an incident just opened. */
public final class IncidentOpenedView implements View<Incidents.Opened> {
    private final boolean dryRun;

    public IncidentOpenedView(boolean dryRun) {
        this.dryRun = dryRun;
    }

    @Override
    public void text(Incidents.Opened result, Out out) {
        IncidentLabel label =
                result.unchanged() ? IncidentLabel.UNCHANGED : dryRun ? IncidentLabel.WOULD_OPEN : IncidentLabel.OPENED;
        out.line(label.with(result.incident().id(), result.incident().told().title()), Tone.STRONG);
    }

    @Override
    public void json(Incidents.Opened result, Json json) {
        json.field("outcome", result.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
        json.object("incident");
        IncidentView.fields(result.incident(), json);
        json.end();
    }
}
