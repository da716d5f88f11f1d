package vn.vigil.cli.command.extract;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.people.KeyRequested;

/** Shows a key that waits for its certificate. */
record KeyRequestedView(boolean dryRun) implements View<KeyRequested> {
    private static final int WIDTH = 20;

    @Override
    public void text(KeyRequested k, Out out) {
        KeyLabel said =
                !k.changed() ? KeyLabel.REQUESTED_ALREADY : dryRun ? KeyLabel.WOULD_REQUEST : KeyLabel.REQUESTED;
        out.line(said.with(k.name()), Tone.STRONG);
        out.pair(out.text(KeyLabel.REQUEST_FILE.with()), WIDTH, k.request().toString());
        String place = k.file() == null ? k.token() : k.file().toString();
        out.pair(out.text((k.file() == null ? KeyLabel.ON_TOKEN : KeyLabel.WAITING_FILE).with()), WIDTH, place);
        out.line(KeyLabel.SEND_REQUEST.with());
    }

    @Override
    public void json(KeyRequested k, Json json) {
        json.field("outcome", !k.changed() ? "unchanged" : dryRun ? "would-write" : "written")
                .field(
                        "owner",
                        k.owner() == null ? ProvedCommand.DEPARTMENT : k.owner().value())
                .field("name", k.name())
                .field("request", k.request().toString())
                .field("file", k.file() == null ? null : k.file().toString())
                .field("token", k.token());
    }
}
