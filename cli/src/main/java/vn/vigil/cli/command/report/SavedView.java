package vn.vigil.cli.command.report;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.report.Saved;

/** Says how something stands after a change. */
record SavedView<T>(ItemView<T> items, boolean dryRun) implements View<Saved<T>> {
    @Override
    public void text(Saved<T> saved, Out out) {
        out.line(items.line(saved.what(), out));
        if (saved.unchanged()) {
            out.line(ReportLabel.UNCHANGED.with(), Tone.FAINT);
        } else if (dryRun) {
            out.line(ReportLabel.DRY_RUN.with(), Tone.FAINT);
        }
    }

    @Override
    public void json(Saved<T> saved, Json json) {
        json.field("outcome", saved.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
        json.object(items.noun());
        items.json(saved.what(), json);
        json.end();
    }
}
