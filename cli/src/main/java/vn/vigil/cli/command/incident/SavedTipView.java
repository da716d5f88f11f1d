package vn.vigil.cli.command.incident;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.incident.SavedTip;

/** Says what became of a tip; the code is told here and never again. */
final class SavedTipView implements View<SavedTip> {
    private final boolean dryRun;

    SavedTipView(boolean dryRun) {
        this.dryRun = dryRun;
    }

    @Override
    public void text(SavedTip saved, Out out) {
        IncidentLabel label = saved.unchanged()
                ? IncidentLabel.TIP_UNCHANGED
                : dryRun ? IncidentLabel.TIP_WOULD : IncidentLabel.TIP_SAVED;
        out.line(
                label.with(saved.tip().id(), out.text(saved.tip().state().with())),
                saved.unchanged() ? Tone.FAINT : Tone.STRONG);
        if (saved.code() != null && !dryRun) {
            out.line(IncidentLabel.TIP_CODE.with(saved.code()));
        }
    }

    @Override
    public void json(SavedTip saved, Json json) {
        json.field("outcome", saved.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
        json.field("code", dryRun ? null : saved.code());
        json.object("tip");
        TipView.fields(saved.tip(), json);
        json.end();
    }
}
