package vn.vigil.cli.view;

import java.time.Duration;
import java.util.Locale;
import vn.vigil.evidence.ApprovalSheet;
import vn.vigil.evidence.ClipSheet;
import vn.vigil.evidence.Judgement;
import vn.vigil.evidence.PaperLeave;

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
        switch (j.verdict()) {
            case GENUINE -> out.line(ExtractLabel.GENUINE.with(out.time(j.provenAt())), Tone.GOOD);
            case TIME_NOT_PROVEN -> out.line(ExtractLabel.TIME_NOT_PROVEN.with(), Tone.WARNING);
            case NOT_GENUINE ->
                out.line(ExtractLabel.NOT_GENUINE.with(j.failed().name()), Tone.BAD);
        }
        for (Judgement.Step s : j.stages()) {
            String mark = !s.ok() ? "FAILED" : s.proven() ? "ok" : "–";
            out.pair(s.name(), COLUMN, s.reason() == null ? mark : mark + "  " + out.text(s.reason()));
        }
        for (Judgement.Seal seal : j.seals()) {
            if (seal.signer() != null && seal.signedAt() != null) {
                out.line(ExtractLabel.SIGNED_BY.with(seal.signer(), out.time(seal.signedAt())));
            }
            if (seal.trial()) {
                out.line(ExtractLabel.TRIAL_SEAL.with(), Tone.WARNING);
            }
        }
        approval(j.approval(), out);
        for (ClipSheet clip : j.clips()) {
            out.line(clip(clip, out));
        }
        if (j.receiptCode() != null) {
            out.line(ExtractLabel.RECEIPT_CODE.with(j.receiptCode()), Tone.STRONG);
        }
        for (String root : j.roots()) {
            out.line((siteRoots ? ExtractLabel.SITE_ROOT : ExtractLabel.GIVEN_ROOT).with(root));
        }
    }

    private static void approval(ApprovalSheet approval, Out out) {
        if (approval == null) {
            return;
        }
        PaperLeave paper = approval.paper();
        out.line(
                paper == null
                        ? ExtractLabel.APPROVED_BY_KEY.with(approval.approverName(), out.time(approval.approvedAt()))
                        : ExtractLabel.APPROVED_ON_PAPER.with(
                                approval.approverName(),
                                paper.number().isEmpty() ? "–" : paper.number(),
                                paper.date().toString(),
                                paper.scanSha256().substring(0, 16),
                                paper.registrarName()));
    }

    private static vn.vigil.base.Message clip(ClipSheet clip, Out out) {
        String from = out.time(clip.asked().from());
        String to = out.time(clip.asked().to());
        ClipSheet.Clock clock = clip.clock();
        return clock.offset() == null
                ? ExtractLabel.CLIP_CLOCK_UNKNOWN.with(clip.camera().name(), from, to)
                : ExtractLabel.CLIP_CLOCK.with(
                        clip.camera().name(), from, to, seconds(clock.offset()), seconds(clock.error()));
    }

    private static String seconds(Duration d) {
        return String.format(Locale.ROOT, "%.3f", d.toMillis() / 1000.0);
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
                .field("receiptCode", j.receiptCode())
                .array("seals");
        for (Judgement.Seal seal : j.seals()) {
            json.object()
                    .field("signer", seal.signer())
                    .field("signedAt", seal.signedAt())
                    .field("provenAt", seal.provenAt())
                    .field("level", seal.level())
                    .field("trial", seal.trial())
                    .end();
        }
        json.end();
        if (j.approval() != null) {
            ApprovalSheet a = j.approval();
            PaperLeave paper = a.paper();
            json.object("approval")
                    .field("how", paper == null ? "key" : "paper")
                    .field("approver", a.approver())
                    .field("approverName", a.approverName())
                    .field("approvedAt", a.approvedAt())
                    .field("expiresAt", a.expiresAt())
                    .field("scanSha256", paper == null ? null : paper.scanSha256())
                    .field("number", paper == null ? null : paper.number())
                    .field("date", paper == null ? null : paper.date().toString())
                    .field("registrar", paper == null ? null : paper.registrar())
                    .end();
        }
        json.array("clips");
        for (ClipSheet clip : j.clips()) {
            json.object()
                    .field("camera", clip.camera().id())
                    .field("name", clip.file())
                    .field("sha256", clip.sha256())
                    .field("from", clip.asked().from())
                    .field("to", clip.asked().to());
            if (clip.clock().offset() != null) {
                json.field("clockOffsetMillis", clip.clock().offset().toMillis())
                        .field("clockErrorMillis", clip.clock().error().toMillis());
            }
            json.field("origin", clip.origin() == null || clip.origin().hold() == null ? "camera" : "hold")
                    .field("packetsLost", clip.lost())
                    .field("gaps", clip.gaps().size())
                    .end();
        }
        json.end().field("siteRoots", siteRoots).array("roots");
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
