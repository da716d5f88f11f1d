package vn.vigil.cli.command.roster;

import java.util.List;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.roster.plan.SeatChanged;

/** What became of locks. */
record LockedView(boolean dryRun, boolean locked) implements View<List<SeatChanged>> {
    @Override
    public void text(List<SeatChanged> all, Out out) {
        for (SeatChanged s : all) {
            PlanViewText done = locked ? PlanViewText.LOCKED : PlanViewText.UNLOCKED;
            PlanViewText would = locked ? PlanViewText.WOULD_LOCK : PlanViewText.WOULD_UNLOCK;
            out.line((s.unchanged() ? PlanViewText.LOCK_UNCHANGED : dryRun ? would : done).with(s.slot(), s.after()));
        }
    }

    @Override
    public void json(List<SeatChanged> all, Json json) {
        json.array("seats");
        for (SeatChanged s : all) {
            json.object().field("outcome", s.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
            SeatChangedView.fields(s, json);
            json.end();
        }
        json.end();
    }
}
