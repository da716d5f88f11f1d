package vn.vigil.cli.command.camera;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.upkeep.SavedWork;
import vn.vigil.upkeep.Work;

/** What became of a change to a work. */
record SavedWorkView(boolean dryRun, UpkeepViewText changed, UpkeepViewText would) implements View<SavedWork> {
    @Override
    public void text(SavedWork s, Out out) {
        Work w = s.status().work();
        out.line(
                (s.unchanged() ? UpkeepViewText.UNCHANGED : dryRun ? would : changed).with(w.id(), w.what()),
                Tone.STRONG);
        if (!s.unchanged()) {
            new WorkView().text(s.status(), out);
            if (out.terminal() && !dryRun && w.done() != null && w.done().nextDue() != null && w.followedBy() == null) {
                out.line(UpkeepViewText.PLAN_NEXT.with(w.done().nextDue(), w.id()), Tone.FAINT);
            }
        }
    }

    @Override
    public void json(SavedWork s, Json json) {
        json.field("outcome", s.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
        json.object("work");
        WorkView.fields(s.status(), json);
        json.end();
    }
}
