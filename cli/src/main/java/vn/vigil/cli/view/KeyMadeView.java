package vn.vigil.cli.view;

import vn.vigil.people.KeyMade;

/** Shows a key just made. */
public final class KeyMadeView implements View<KeyMade> {
    @Override
    public void text(KeyMade k, Out out) {
        out.line((k.unchanged() ? ExtractLabel.KEY_UNCHANGED : ExtractLabel.KEY_MADE).with(k.name()), Tone.STRONG);
        out.pair(out.text(ExtractLabel.KEY_FILE.with()), 16, k.file().toString());
        out.pair("SHA-256", 16, k.fingerprint());
        if (k.trial()) {
            out.pair(out.text(ExtractLabel.ROOT.with()), 16, k.root().toString());
            out.line(ExtractLabel.TRIAL_ONLY.with(), Tone.WARNING);
        }
    }

    @Override
    public void json(KeyMade k, Json json) {
        json.field("outcome", k.unchanged() ? "unchanged" : "written")
                .field("name", k.name())
                .field("file", k.file().toString())
                .field("certificateSha256", k.fingerprint())
                .field("root", k.trial() ? k.root().toString() : null)
                .field("trial", k.trial());
    }
}
