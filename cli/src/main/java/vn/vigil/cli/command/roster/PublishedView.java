package vn.vigil.cli.command.roster;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.CellChange;
import vn.vigil.roster.plan.Publication;
import vn.vigil.roster.plan.Published;

/** What publishing came to. */
record PublishedView(boolean dryRun) implements View<Published> {
    @Override
    public void text(Published p, Out out) {
        Publication made = p.publication();
        out.line(
                (p.unchanged()
                                ? PlanViewText.PUBLISHED_ALREADY
                                : dryRun ? PlanViewText.WOULD_PUBLISH : PlanViewText.PUBLISHED)
                        .with(made.id(), made.revision(), made.from(), made.to(), p.seats()),
                Tone.STRONG);
        out.line(PlanViewText.DIGEST.with(made.digest()));
        for (SlotKey open : p.open()) {
            out.line(PlanViewText.OPEN.with(open), Tone.BAD);
        }
        if (made.revision() > 1) {
            for (CellChange c : p.changes()) {
                out.line(GeneratedView.change(c));
            }
        }
        if (!p.unchanged() && !dryRun) {
            out.line(PlanViewText.NEXT_NOTICE.with(made.id()));
        }
    }

    @Override
    public void json(Published p, Json json) {
        json.field("outcome", p.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
        PlanJson.publication("publication", p.publication(), json);
        json.field("seats", p.seats()).field("shortNotice", p.shortNotice()).field("workingDays", p.workingDays());
        PlanJson.slots("open", p.open(), json);
        PlanJson.changes("changes", p.changes(), json);
    }
}
