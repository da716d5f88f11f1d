package vn.vigil.cli.command.roster;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;

/** What is said of a PIN, of which nothing itself is ever shown. */
record PinView(boolean dryRun, PeopleViewText done, PeopleViewText would, PeopleViewText unchanged)
        implements View<PinOutcome> {
    @Override
    public void text(PinOutcome p, Out out) {
        out.line((!p.changed() ? unchanged : dryRun ? would : done)
                .with(p.member().id()));
    }

    @Override
    public void json(PinOutcome p, Json json) {
        json.field("member", p.member().id().value())
                .field("outcome", !p.changed() ? "unchanged" : dryRun ? "would-write" : "written");
    }
}
