package vn.vigil.cli.view;

import vn.vigil.evidence.Opened;

/** Shows what came of opening a package: the judgement, then where its files lie. */
public final class OpenedView implements View<Opened> {
    private final JudgementView judgement;

    /** @param siteRoots the roots of this site were used, since none was given */
    public OpenedView(boolean siteRoots) {
        this.judgement = new JudgementView(siteRoots);
    }

    @Override
    public void text(Opened o, Out out) {
        judgement.text(o.judgement(), out);
        if (o.folder() == null) {
            out.line(ExtractLabel.NOT_UNPACKED.with(), Tone.BAD);
        } else {
            out.line(ExtractLabel.UNPACKED.with(o.folder()), Tone.STRONG);
        }
    }

    @Override
    public void json(Opened o, Json json) {
        judgement.json(o.judgement(), json);
        json.field("folder", o.folder() == null ? null : o.folder().toString()).field("decrypted", o.decrypted());
    }
}
