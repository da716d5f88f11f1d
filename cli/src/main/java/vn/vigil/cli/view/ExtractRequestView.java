package vn.vigil.cli.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.MessageKey;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.Wanted;
import vn.vigil.extract.Delivery;
import vn.vigil.extract.ExtractRequest;
import vn.vigil.extract.ExtractState;
import vn.vigil.extract.LaterPaper;
import vn.vigil.extract.PackageFacts;

/** Shows requests for footage, one alone or many in rows. */
public final class ExtractRequestView implements RowView<ExtractRequest>, View<ExtractRequest> {
    private final Out out;
    private final Instant now;

    /**
     * @param out tells the zone for local times
     * @param now by which an emergency's paper is overdue
     */
    public ExtractRequestView(Out out, Instant now) {
        this.out = out;
        this.now = now;
    }

    @Override
    public String[] columns() {
        return new String[] {
            "id",
            "state",
            "cameras",
            "asked",
            "requester",
            "document",
            "recipient",
            "filed_by",
            "approved_by",
            "emergency"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            ExtractLabel.ID,
            ExtractLabel.STATE,
            ExtractLabel.CAMERAS,
            ExtractLabel.ASKED,
            ExtractLabel.REQUESTER,
            ExtractLabel.DOCUMENT,
            ExtractLabel.RECIPIENT,
            ExtractLabel.FILED_BY,
            ExtractLabel.APPROVED_BY,
            ExtractLabel.EMERGENCY
        };
    }

    @Override
    public void cells(ExtractRequest r, Cells cells) {
        FileRequest c = r.content();
        cells.add(r.id().toString());
        cells.add(r.state().word());
        cells.add(cameras(c));
        cells.add(asked(c));
        cells.add(c.requesterName());
        cells.add(c.documentNumber());
        cells.add(c.recipient());
        cells.add(r.filedBy().value());
        cells.add(r.decidedBy() == null ? "" : r.decidedBy().value());
        cells.add(emergency(r), r.overdue(now) ? Tone.BAD : Tone.PLAIN);
    }

    /** Empty for what is none. */
    private String emergency(ExtractRequest r) {
        LaterPaper paper = r.laterPaper();
        if (paper == null) {
            return "";
        }
        return out.text(
                paper.number() != null
                        ? ExtractLabel.PAPER_THERE.with(paper.number(), paper.date())
                        : (r.overdue(now) ? ExtractLabel.PAPER_OVERDUE : ExtractLabel.PAPER_DUE)
                                .with(exactly(paper.due())));
    }

    /** The times that are asked for, each once. */
    private String asked(FileRequest c) {
        List<String> times = new ArrayList<>();
        for (Wanted wanted : c.wanted()) {
            String time = asked(wanted.asked());
            if (!times.contains(time)) {
                times.add(time);
            }
        }
        return String.join(" ", times);
    }

    private String asked(Asked asked) {
        return asked.isLive()
                ? "live " + vn.vigil.text.TimeText.print(asked.live())
                : exactly(asked.span().from()) + "/" + exactly(asked.span().to());
    }

    /** What was asked is what gets approved: never rounded for the eye. */
    private String exactly(java.time.Instant t) {
        return vn.vigil.text.TimeText.print(t, out.zone());
    }

    @Override
    public void text(ExtractRequest r, Out to) {
        Cells cells = new Cells(false);
        cells(r, cells);
        MessageKey[] names = headings();
        int width = Width.of(to.text(ExtractLabel.PURPOSE.with())) + 2;
        for (MessageKey name : names) {
            width = Math.max(width, Width.of(to.text(name.with())) + 2);
        }
        for (int n = 0; n < names.length; n++) {
            to.pair(to.text(names[n].with()), width, cells.texts.get(n));
        }
        to.pair(to.text(ExtractLabel.PURPOSE.with()), width, r.content().purpose());
        if (r.content().noGuidance() != null) {
            to.pair(to.text(ExtractLabel.NO_GUIDANCE.with()), width, r.content().noGuidance());
        }
        if (r.paper() != null) {
            to.pair(
                    to.text(ExtractLabel.ON_PAPER.with()),
                    width,
                    to.text(ExtractLabel.SHEET.with(
                            r.paper().number(), r.paper().date(), r.paper().registrarName())));
        }
        if (r.expiresAt() != null && r.state() == ExtractState.APPROVED) {
            to.pair(to.text(ExtractLabel.EXPIRES.with()), width, to.time(r.expiresAt()));
        }
        if (r.refusedReason() != null) {
            to.pair(to.text(ExtractLabel.REASON.with()), width, r.refusedReason());
        }
        for (PackageFacts p : r.packages()) {
            to.pair(to.text(ExtractLabel.PACKAGE.with()), width, p.file().toString());
            to.pair("SHA-256", width, p.sha256());
            to.pair(to.text(ExtractLabel.LEVEL.with()), width, level(p, to));
            if (p.encrypted() != null) {
                to.pair(
                        to.text(ExtractLabel.ENCRYPTED.with()),
                        width,
                        p.encrypted().toString());
            }
        }
        for (Delivery d : r.deliveries()) {
            to.pair(
                    to.text(ExtractLabel.HANDED_OVER.with()),
                    width,
                    to.text(ExtractLabel.HANDED_OVER_TO.with(d.receiver(), exactly(d.at()), d.medium())));
            if (d.scanSha256() == null) {
                to.pair("", width, to.text(ExtractLabel.NOT_SIGNED_YET.with()));
            }
        }
        for (String code : r.receipts().values()) {
            to.pair(to.text(ExtractLabel.RECEIPT.with()), width, code);
        }
        if (r.outcome() != null) {
            to.pair(
                    to.text(ExtractLabel.OUTCOME.with()),
                    width,
                    (to.text(r.outcome().kind().with()) + "  " + r.outcome().note() + "  "
                                    + r.outcome().document())
                            .strip());
        }
    }

    private static String level(PackageFacts p, Out to) {
        return "CAdES " + p.level() + (p.countersigned() ? "  " + to.text(ExtractLabel.COUNTERSIGNED.with()) : "");
    }

    @Override
    public void json(ExtractRequest r, Json json) {
        fields(r, json);
    }

    static void fields(ExtractRequest r, Json json) {
        FileRequest c = r.content();
        json.field("id", r.id().toString())
                .field("state", r.state().word())
                .field("requester", c.requester().word())
                .field("requesterName", c.requesterName())
                .field("document", c.documentNumber())
                .field(
                        "documentDate",
                        c.documentDate() == null ? null : c.documentDate().toString())
                .field("purpose", c.purpose())
                .field("recipient", c.recipient())
                .array("cameras");
        for (CameraId camera : c.cameras()) {
            json.value(camera.value());
        }
        json.end();
        // The first one's time stands here as well, since it did before a request could name several.
        time(c.wanted().get(0).asked(), json);
        json.array("wanted");
        for (Wanted wanted : c.wanted()) {
            json.object().field("camera", wanted.camera().value());
            time(wanted.asked(), json);
            json.end();
        }
        json.end();
        json.field("crime", c.crime())
                .field("incident", c.incident() == null ? null : c.incident().toString())
                .field("filedBy", r.filedBy().value())
                .field("filedAt", r.filedAt())
                .field(
                        "approvedBy",
                        r.decidedBy() == null ? null : r.decidedBy().value())
                .field("decidedAt", r.decidedAt())
                .field("expiresAt", r.expiresAt())
                .field("refusedReason", r.state() == ExtractState.REFUSED ? r.refusedReason() : null)
                .field("withdrawnReason", r.state() == ExtractState.WITHDRAWN ? r.refusedReason() : null)
                .field("policeGuidance", c.guidance())
                .field("noGuidanceReason", c.noGuidance())
                .field(
                        "retainUntil",
                        c.retainUntil() == null ? null : c.retainUntil().toString())
                .field("recipientCertificateSha256", c.recipientCertificate())
                .field("emergency", c.emergency());
        way(r, json);
        packages(r.packages(), json);
    }

    /** What is known of papers, hand-over, receipt and outcome. */
    private static void way(ExtractRequest r, Json json) {
        LaterPaper later = r.laterPaper();
        if (later != null) {
            json.object("laterPaper")
                    .field("due", later.due())
                    .field("document", later.number())
                    .field(
                            "documentDate",
                            later.date() == null ? null : later.date().toString())
                    .end();
        }
        if (r.paper() != null) {
            json.object("approvedOnPaper")
                    .field("scanSha256", r.paper().scanSha256())
                    .field("number", r.paper().number())
                    .field("date", r.paper().date().toString())
                    .field("registrar", r.paper().registrar())
                    .end();
        }
        json.array("deliveries");
        for (Delivery d : r.deliveries()) {
            json.object();
            DeliveredView.fields(d, json);
            json.end();
        }
        json.end().array("receipts");
        r.receipts()
                .forEach((part, code) ->
                        json.object().field("part", part).field("code", code).end());
        json.end();
        if (r.outcome() != null) {
            json.object("outcome")
                    .field("kind", r.outcome().kind().id())
                    .field("note", r.outcome().note())
                    .field("document", r.outcome().document())
                    .field("at", r.outcome().at())
                    .field("by", r.outcome().by().value())
                    .end();
        }
    }

    private static void time(Asked asked, Json json) {
        if (asked.isLive()) {
            json.field("liveSeconds", asked.live().toSeconds()).field("latestStart", asked.latestStart());
        } else {
            json.field("from", asked.span().from()).field("to", asked.span().to());
        }
    }

    static void packages(java.util.List<PackageFacts> packages, Json json) {
        json.array("packages");
        for (PackageFacts p : packages) {
            json.object()
                    .field("part", p.part())
                    .field("parts", p.parts())
                    .field("file", p.file().toString())
                    .field("sha256", p.sha256())
                    .field("identity", p.identity())
                    .field("bytes", p.bytes())
                    .field("level", p.level())
                    .field("countersigned", p.countersigned())
                    .field("sealedAt", p.sealedAt())
                    .field(
                            "encrypted",
                            p.encrypted() == null ? null : p.encrypted().toString())
                    .field("encryptedSha256", p.encryptedSha256())
                    .end();
        }
        json.end();
    }

    private static String cameras(FileRequest c) {
        StringBuilder text = new StringBuilder();
        for (CameraId camera : c.cameras()) {
            text.append(text.length() == 0 ? "" : " ").append(camera);
        }
        return text.toString();
    }
}
