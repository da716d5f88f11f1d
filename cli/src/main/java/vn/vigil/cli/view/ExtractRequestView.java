package vn.vigil.cli.view;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.CameraId;
import vn.vigil.base.MessageKey;
import vn.vigil.evidence.Asked;
import vn.vigil.evidence.FileRequest;
import vn.vigil.evidence.Wanted;
import vn.vigil.extract.ExtractRequest;
import vn.vigil.extract.PackageFacts;

/** Shows requests for footage, one alone or many in rows. */
public final class ExtractRequestView implements RowView<ExtractRequest>, View<ExtractRequest> {
    private final Out out;

    /** @param out tells the zone for local times */
    public ExtractRequestView(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {
            "id", "state", "cameras", "asked", "requester", "document", "recipient", "filed_by", "approved_by"
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
            ExtractLabel.APPROVED_BY
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
        if (r.expiresAt() != null) {
            to.pair(to.text(ExtractLabel.EXPIRES.with()), width, to.time(r.expiresAt()));
        }
        if (r.refusedReason() != null) {
            to.pair(to.text(ExtractLabel.REASON.with()), width, r.refusedReason());
        }
        for (PackageFacts p : r.packages()) {
            to.pair(to.text(ExtractLabel.PACKAGE.with()), width, p.file().toString());
            to.pair("SHA-256", width, p.sha256());
        }
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
                .field("documentDate", c.documentDate().toString())
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
                .field("refusedReason", r.refusedReason());
        packages(r.packages(), json);
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
                    .field("sealedAt", p.sealedAt())
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
