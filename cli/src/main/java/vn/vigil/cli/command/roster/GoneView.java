package vn.vigil.cli.command.roster;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;

/** What became of taking something away; false: it was gone already. */
record GoneView(String name, BookViewText done, BookViewText would, boolean dryRun) implements View<Boolean> {
    @Override
    public void text(Boolean gone, Out out) {
        out.line((!gone ? BookViewText.GONE_ALREADY : dryRun ? would : done).with(name));
    }

    @Override
    public void json(Boolean gone, Json json) {
        json.field("id", name).field("changed", gone).field("dryRun", dryRun);
    }
}
