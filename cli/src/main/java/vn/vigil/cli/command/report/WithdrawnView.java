package vn.vigil.cli.command.report;

import vn.vigil.base.CaseId;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;

/** Says that something was taken back. */
record WithdrawnView(boolean changed, boolean dryRun) implements View<CaseId> {
    @Override
    public void text(CaseId id, Out out) {
        out.line(ReportLabel.WITHDRAWN.with(id));
        if (!changed) {
            out.line(ReportLabel.UNCHANGED.with(), Tone.FAINT);
        } else if (dryRun) {
            out.line(ReportLabel.DRY_RUN.with(), Tone.FAINT);
        }
    }

    @Override
    public void json(CaseId id, Json json) {
        json.field("outcome", !changed ? "unchanged" : dryRun ? "would-write" : "written")
                .field("id", id.toString());
    }
}
