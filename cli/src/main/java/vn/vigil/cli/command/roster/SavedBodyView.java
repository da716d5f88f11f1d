package vn.vigil.cli.command.roster;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.people.SavedBody;

/** An outside body after a change. */
record SavedBodyView(boolean dryRun) implements View<SavedBody> {
    @Override
    public void text(SavedBody s, Out out) {
        PeopleViewText what = !s.changed()
                ? PeopleViewText.BODY_UNCHANGED
                : dryRun ? PeopleViewText.WOULD_SAVE_BODY : PeopleViewText.BODY_SAVED;
        out.line(what.with(s.body().id(), s.body().name(), s.body().phone()));
    }

    @Override
    public void json(SavedBody s, Json json) {
        json.field("outcome", !s.changed() ? "unchanged" : dryRun ? "would-write" : "written")
                .object("body");
        new BodyRow(null).json(s.body(), json);
        json.end();
    }
}
