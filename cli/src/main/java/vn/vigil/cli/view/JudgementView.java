package vn.vigil.cli.view;

import vn.vigil.evidence.Judgement;

/** Shows the judgement of a package: each step, then one sentence. */
public final class JudgementView implements View<Judgement> {
    private static final int COLUMN = 12;

    private final boolean siteRoots;

    /** @param siteRoots the roots of this site were used, since none was given */
    public JudgementView(boolean siteRoots) {
        this.siteRoots = siteRoots;
    }

    @Override
    public void text(Judgement j, Out out) {
        for (Judgement.Step s : j.stages()) {
            String mark = !s.ok() ? "FAILED" : s.proven() ? "ok" : "–";
            out.pair(s.name(), COLUMN, s.reason() == null ? mark : mark + "  " + out.text(s.reason()));
        }
        if (j.signer() != null) {
            out.line(ExtractLabel.SIGNED_BY.with(j.signer(), out.time(j.signedAt())));
        }
        for (String root : j.roots()) {
            out.line((siteRoots ? ExtractLabel.SITE_ROOT : ExtractLabel.GIVEN_ROOT).with(root));
        }
        switch (j.verdict()) {
            case GENUINE -> out.line(ExtractLabel.GENUINE.with(out.time(j.provenAt())), Tone.GOOD);
            case TIME_NOT_PROVEN -> out.line(ExtractLabel.TIME_NOT_PROVEN.with(), Tone.WARNING);
            case NOT_GENUINE ->
                out.line(ExtractLabel.NOT_GENUINE.with(j.failed().name()), Tone.BAD);
        }
    }

    @Override
    public void json(Judgement j, Json json) {
        json.field("file", j.file().toString())
                .field("verdict", j.verdict().word())
                .array("stages");
        for (Judgement.Step s : j.stages()) {
            json.object()
                    .field("name", s.name())
                    .field("ok", s.ok())
                    .field("proven", s.proven())
                    .field("reason", s.reason() == null ? null : english(s))
                    .end();
        }
        json.end()
                .field("signer", j.signer())
                .field("signedAt", j.signedAt())
                .field("provenAt", j.provenAt())
                .field("identity", j.identity())
                .field("siteRoots", siteRoots)
                .array("roots");
        for (String root : j.roots()) {
            json.value(root);
        }
        json.end();
    }

    /** Documents for machines speak one language. */
    private static String english(Judgement.Step s) {
        return vn.vigil.text.Texts.render(s.reason(), vn.vigil.text.Lang.EN);
    }
}
