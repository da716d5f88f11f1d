package vn.vigil.cli.view;

import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.MessageKey;
import vn.vigil.hold.Cause;
import vn.vigil.hold.Held;
import vn.vigil.hold.HeldClip;
import vn.vigil.hold.HoldState;
import vn.vigil.hold.Missing;

/** Shows holds, one alone or many in rows. */
public final class HoldView implements RowView<Held>, View<Held> {
    private final Out out;

    public HoldView(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {"id", "state", "camera", "from", "to", "cases", "until", "keep_until", "missing"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            HoldLabel.ID,
            HoldLabel.STATE,
            HoldLabel.CAMERA,
            HoldLabel.FROM,
            HoldLabel.TO,
            HoldLabel.CASES,
            HoldLabel.UNTIL,
            HoldLabel.KEEP_UNTIL,
            HoldLabel.MISSING
        };
    }

    @Override
    public void cells(Held h, Cells cells) {
        cells.add(h.id().toString());
        if (cells.forPeople()) {
            cells.add(out.text(h.state().with()), tone(h.state()));
        } else {
            cells.add(h.state().id());
        }
        cells.add(h.camera().value())
                .add(out.time(h.span().from()))
                .add(out.time(h.span().to()))
                .add(cases(h))
                .add(h.until() == null ? "" : out.time(h.until()))
                .add(h.keepUntil() == null ? "" : h.keepUntil().toString());
        List<String> why = new ArrayList<>();
        for (Missing m : h.missing()) {
            String word = cells.forPeople() ? out.text(m.why().with()) : m.why().id();
            if (!why.contains(word)) {
                why.add(word);
            }
        }
        cells.add(String.join(cells.forPeople() ? "; " : ",", why));
    }

    public static Tone tone(HoldState state) {
        return switch (state) {
            case COPIED -> Tone.GOOD;
            case PENDING -> Tone.WARNING;
            case LOST -> Tone.BAD;
            case RELEASED -> Tone.FAINT;
        };
    }

    private static String cases(Held h) {
        List<String> ids = new ArrayList<>();
        for (Cause c : h.causes()) {
            if (c.id() != null) {
                ids.add(c.id().toString());
            }
        }
        return String.join(" ", ids);
    }

    @Override
    public void text(Held h, Out to) {
        PlacedView.line(h, to);
        int width = 0;
        for (HoldLabel label :
                new HoldLabel[] {HoldLabel.CASES, HoldLabel.KEEP_UNTIL, HoldLabel.REASON, HoldLabel.CLIP}) {
            width = Math.max(width, Width.of(to.text(label.with())) + 2);
        }
        to.pair(to.text(HoldLabel.CASES.with()), width, cases(h));
        if (h.keepUntil() != null) {
            to.pair(to.text(HoldLabel.KEEP_UNTIL.with()), width, h.keepUntil().toString());
        }
        for (Cause c : h.causes()) {
            to.pair(to.text(HoldLabel.REASON.with()), width, c.reason() + " (" + c.by() + ", " + to.time(c.at()) + ")");
        }
        for (HeldClip c : h.clips()) {
            to.pair(
                    to.text(HoldLabel.CLIP.with()),
                    width,
                    to.text(HoldLabel.CLIP_OF.with(
                            c.number(), c.sheet().video().frames(), c.bytes(), to.time(c.copiedAt()))));
            to.pair("SHA-256", width, c.sha256());
        }
        if (h.released() != null) {
            to.line(HoldLabel.RELEASED.with(h.id(), h.released().reason()));
        }
    }

    public static String piece(Missing m, Out to) {
        return to.text(HoldLabel.PIECE.with(
                to.time(m.span().from()),
                to.time(m.span().to()),
                to.text(m.why().with())));
    }

    @Override
    public void json(Held h, Json json) {
        fields(h, json);
    }

    public static void fields(Held h, Json json) {
        json.field("id", h.id().toString())
                .field("state", h.state().id())
                .field("camera", h.camera().value())
                .field("from", h.span().from())
                .field("to", h.span().to())
                .array("causes");
        for (Cause c : h.causes()) {
            json.object()
                    .field("case", c.id() == null ? null : c.id().toString())
                    .field("reason", c.reason())
                    .field("by", c.by())
                    .field("at", c.at())
                    .end();
        }
        json.end().array("clips");
        for (HeldClip c : h.clips()) {
            json.object()
                    .field("number", c.number())
                    .field("from", c.span().from())
                    .field("to", c.span().to())
                    .field("bytes", c.bytes())
                    .field("sha256", c.sha256())
                    .field("essenceSha256", c.sheet().video().essenceSha256())
                    .field("frames", c.sheet().video().frames())
                    .field("copiedAt", c.copiedAt())
                    .end();
        }
        json.end().array("missing");
        for (Missing m : h.missing()) {
            json.object()
                    .field("from", m.span().from())
                    .field("to", m.span().to())
                    .field("reason", m.why().id())
                    .end();
        }
        json.end()
                .field("until", h.until())
                .field("keepUntil", h.keepUntil() == null ? null : h.keepUntil().toString())
                .field("archived", h.archived())
                .field("releasedAt", h.released() == null ? null : h.released().at())
                .field("releasedBy", h.released() == null ? null : h.released().by())
                .field(
                        "releasedReason",
                        h.released() == null ? null : h.released().reason());
    }
}
