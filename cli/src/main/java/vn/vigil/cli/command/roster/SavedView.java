package vn.vigil.cli.command.roster;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.people.SavedMember;

/**
 * A member after a change.
 *
 * @param done what is said when it was done
 * @param would what is said after a dry run
 */
record SavedView(RosterText done, RosterText would, boolean dryRun, MemberRows rows) implements View<SavedMember> {
    @Override
    public void text(SavedMember s, Out out) {
        RosterText what = !s.changed() ? RosterText.UNCHANGED : dryRun ? would : done;
        out.line(what.with(s.member().name() + " (" + s.member().id() + ")"));
    }

    @Override
    public void json(SavedMember s, Json json) {
        json.field("changed", s.changed()).field("dryRun", dryRun).object("member");
        rows.json(s.member(), json);
        json.end();
    }
}
