package vn.vigil.cli.command.report;

import java.util.List;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.report.Pledge;

/** Says which pledges are new. */
record PledgesView(int year, int all, boolean dryRun) implements View<List<Pledge>> {
    @Override
    public void text(List<Pledge> added, Out out) {
        out.line(ReportLabel.PLEDGES_ADDED.with(added.size(), Integer.toString(year), all));
        if (added.isEmpty()) {
            out.line(ReportLabel.UNCHANGED.with(), Tone.FAINT);
        } else if (dryRun) {
            out.line(ReportLabel.DRY_RUN.with(), Tone.FAINT);
        }
    }

    @Override
    public void json(List<Pledge> added, Json json) {
        json.field("outcome", added.isEmpty() ? "unchanged" : dryRun ? "would-write" : "written");
        json.field("year", year).field("inYear", all).array("pledges");
        for (Pledge p : added) {
            json.object();
            new PledgeRow().json(p, json);
            json.end();
        }
        json.end();
    }
}
