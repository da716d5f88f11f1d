package vn.vigil.cli.command.roster;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.watch.SavedHandover;

/** What became of a handover. */
record SavedHandoverView(boolean dryRun, WatchViewText done, WatchViewText would) implements View<SavedHandover> {
    @Override
    public void text(SavedHandover s, Out out) {
        WatchViewText what = s.unchanged() ? WatchViewText.HANDOVER_UNCHANGED : dryRun ? would : done;
        out.line(what.with(s.handover().id(), s.handover().slot()), Tone.STRONG);
        new HandoverView().text(s.handover(), out);
    }

    @Override
    public void json(SavedHandover s, Json json) {
        json.field("outcome", s.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
        json.object("handover");
        HandoverView.fields(s.handover(), json);
        json.end();
    }
}
