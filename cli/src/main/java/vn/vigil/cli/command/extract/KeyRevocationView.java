package vn.vigil.cli.command.extract;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.people.KeyRevocation;

/** What became of a revocation. */
record KeyRevocationView(boolean dryRun, KeyLabel done, KeyLabel would, KeyLabel unchanged, boolean last)
        implements View<KeyRevocation> {
    @Override
    public void text(KeyRevocation r, Out out) {
        List<String> prints = new ArrayList<>();
        for (String key : r.fingerprints()) {
            prints.add(key.substring(0, 16));
        }
        out.line((!r.changed() ? unchanged : dryRun ? would : done).with(owner(r), String.join(", ", prints)));
        if (last && r.elsewhere()) {
            out.line(KeyLabel.TELL_ISSUER.with(), Tone.WARNING);
        }
    }

    private static String owner(KeyRevocation r) {
        return r.owner() == null ? KeyLossCommand.DEPARTMENT : r.owner().value();
    }

    @Override
    public void json(KeyRevocation r, Json json) {
        json.field("owner", owner(r))
                .field("outcome", !r.changed() ? "unchanged" : dryRun ? "would-write" : "written")
                .array("certificates");
        for (String key : r.fingerprints()) {
            json.value(key);
        }
        json.end();
    }
}
