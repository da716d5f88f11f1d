package vn.vigil.cli.command.extract;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.people.KeyInstalled;

/** Shows an authority's certificate that has come to its key. */
record KeyInstalledView(boolean dryRun) implements View<KeyInstalled> {
    private static final int WIDTH = 20;

    @Override
    public void text(KeyInstalled k, Out out) {
        KeyLabel said =
                !k.changed() ? KeyLabel.INSTALLED_ALREADY : dryRun ? KeyLabel.WOULD_INSTALL : KeyLabel.INSTALLED;
        out.line(said.with(owner(k)), Tone.STRONG);
        out.pair(out.text(KeyLabel.NAME.with()), WIDTH, k.name());
        out.pair(out.text(KeyLabel.ISSUER.with()), WIDTH, k.issuer());
        out.pair(out.text(KeyLabel.FINGERPRINT.with()), WIDTH, k.fingerprint());
        out.pair(out.text(KeyLabel.UNTIL.with()), WIDTH, out.time(k.until()));
        if (k.file() != null) {
            out.pair(out.text(KeyLabel.KEY_FILE.with()), WIDTH, k.file().toString());
        }
    }

    private static String owner(KeyInstalled k) {
        return k.owner() == null ? ProvedCommand.DEPARTMENT : k.owner().value();
    }

    @Override
    public void json(KeyInstalled k, Json json) {
        json.field("outcome", !k.changed() ? "unchanged" : dryRun ? "would-write" : "written")
                .field("owner", owner(k))
                .field("name", k.name())
                .field("issuer", k.issuer())
                .field("certificateSha256", k.fingerprint())
                .field("validUntil", k.until())
                .field("file", k.file() == null ? null : k.file().toString());
    }
}
