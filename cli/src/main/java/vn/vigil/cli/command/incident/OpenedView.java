package vn.vigil.cli.command.incident;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.PlacedView;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.hold.Held;
import vn.vigil.incident.CaseEvent;
import vn.vigil.incident.EventKind;
import vn.vigil.incident.Incident;
import vn.vigil.incident.OnWatch;
import vn.vigil.incident.Opened;

/** Shows an incident just opened: what was attached, what was wrong with its cameras, what is held, and what comes next. */
final class OpenedView implements View<OpenedCase> {
    private final boolean dryRun;
    private final boolean quiet;

    OpenedView(boolean dryRun, boolean quiet) {
        this.dryRun = dryRun;
        this.quiet = quiet;
    }

    @Override
    public void text(OpenedCase result, Out out) {
        if (quiet) {
            return;
        }
        Opened opened = result.opened();
        Incident incident = opened.incident();
        IncidentLabel label =
                opened.unchanged() ? IncidentLabel.UNCHANGED : dryRun ? IncidentLabel.WOULD_OPEN : IncidentLabel.OPENED;
        out.line(label.with(incident.id(), incident.told().title()), Tone.STRONG);
        for (OnWatch w : opened.file().watch()) {
            out.line(CaseView.onWatch(w, out));
        }
        if (!incident.told().cameras().isEmpty()) {
            out.line(IncidentLabel.WITH_CAMERAS.with(CaseView.cameras(incident)));
        }
        for (CaseEvent e : opened.file().events()) {
            if (e.kind() == EventKind.CAMERA_FAULT) {
                out.line(CaseView.fault(e, out), Tone.BAD);
            }
        }
        for (Held held : result.holds().held()) {
            PlacedView.line(held, out);
        }
        if (result.told() != null) {
            for (CaseEvent e : result.told().entries()) {
                out.line(CaseView.entry(e, out));
            }
        } else if (!dryRun && !opened.unchanged()) {
            out.line(IncidentLabel.NEXT_NOTIFY.with(incident.id()), Tone.FAINT);
        }
    }

    @Override
    public void json(OpenedCase result, Json json) {
        Opened opened = result.opened();
        json.field("outcome", opened.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
        json.object("incident");
        IncidentView.fields(opened.incident(), json);
        json.end();
        CaseView.watchFields(opened.file(), json);
        CaseView.eventFields(opened.file().events(), json);
        json.object("proposed")
                .field("from", opened.proposal().span().from())
                .field("to", opened.proposal().span().to())
                .end();
        PlacedView.fields(result.holds(), json.object("hold"));
        json.end();
    }
}
