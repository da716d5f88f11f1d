package vn.vigil.cli.command.roster;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.watch.Taken;

/** What became of standing in for somebody. */
record TakenView(boolean dryRun, WatchViewText done, WatchViewText would) implements View<Taken> {
    @Override
    public void text(Taken t, Out out) {
        WatchViewText what = t.unchanged() ? WatchViewText.TAKEN_UNCHANGED : dryRun ? would : done;
        out.line(
                what.with(
                        t.person().name(),
                        t.duty().slot().key(),
                        out.time(t.part().from()),
                        out.time(t.part().to())),
                Tone.STRONG);
        MissingView.objections(t.objections(), out);
    }

    @Override
    public void json(Taken t, Json json) {
        json.field("outcome", t.unchanged() ? "unchanged" : dryRun ? "would-write" : "written")
                .field("slot", t.duty().slot().key().toString());
        StandRow.person(json, t.person());
        json.field(
                        "before",
                        t.duty().member() == null ? null : t.duty().member().value())
                .field("from", t.part().from())
                .field("to", t.part().to())
                .field(
                        "attendance",
                        t.attendance() == null ? null : t.attendance().id().toString())
                .array("objections");
        MissingView.objections(t.objections(), json);
        json.end();
    }
}
