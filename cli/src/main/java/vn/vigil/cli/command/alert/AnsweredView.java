package vn.vigil.cli.command.alert;

import vn.vigil.camera.alert.Alerts;
import vn.vigil.camera.alert.Answered;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;

/**
 * An alert after somebody's answer.
 *
 * @param done what is said when it was done
 * @param would what is said after a dry run
 * @param unchanged what is said when it stood so already
 */
record AnsweredView(AlertRow row, AlertViewText done, AlertViewText would, AlertViewText unchanged, boolean dryRun)
        implements View<Answered> {
    @Override
    public void text(Answered a, Out out) {
        AlertViewText what = !a.changed() ? unchanged : dryRun ? would : done;
        out.line(what.with(a.alert().id(), Alerts.what(a.alert())), Tone.STRONG);
    }

    @Override
    public void json(Answered a, Json json) {
        json.field("changed", a.changed()).field("dryRun", dryRun).object("alert");
        row.json(a.alert(), json);
        json.end();
    }
}
