package vn.vigil.cli.command.roster;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.people.Delegation;
import vn.vigil.people.SavedDelegation;

/** A delegation after a change. */
record SavedDelegationView(boolean dryRun) implements View<SavedDelegation> {
    @Override
    public void text(SavedDelegation s, Out out) {
        Delegation d = s.delegation();
        PeopleViewText what = !s.changed()
                ? PeopleViewText.DELEGATION_UNCHANGED
                : dryRun ? PeopleViewText.WOULD_SAVE_DELEGATION : PeopleViewText.DELEGATION_SAVED;
        out.line(what.with(d.id(), d.from(), d.to(), d.office().with(), d.fromDay(), d.untilDay()));
    }

    @Override
    public void json(SavedDelegation s, Json json) {
        json.field("outcome", !s.changed() ? "unchanged" : dryRun ? "would-write" : "written")
                .object("delegation");
        new DelegationRow(null).json(s.delegation(), json);
        json.end();
    }
}
