package vn.vigil.cli.command.roster;

import vn.vigil.base.Message;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.watch.Handover;
import vn.vigil.roster.watch.Matter;
import vn.vigil.roster.watch.Note;

/** A handover as it is read out: what is open first. */
record HandoverView() implements View<Handover> {
    private static final int WIDTH = 18;

    @Override
    public void text(Handover h, Out out) {
        pair(out, WatchViewText.HANDOVER, h.id().toString());
        pair(out, WatchViewText.STATE, out.text(h.state().with()));
        pair(out, WatchViewText.SLOT, h.slot().toString());
        pair(out, WatchViewText.HANDS_OVER, h.from() == null ? "–" : h.from().value());
        pair(out, WatchViewText.DUE, out.time(h.due()));
        if (h.accepted() != null) {
            Handover.Accepted a = h.accepted();
            pair(out, WatchViewText.TAKES_OVER, a.by() == null ? "–" : a.by().value());
            pair(out, WatchViewText.ACCEPTED_AT, out.time(a.at()));
            pair(out, WatchViewText.PROOF, out.text(proof(a)));
            if (h.lateMinutes() > 0) {
                out.line(WatchViewText.HANDOVER_LATE.with(h.lateMinutes()), Tone.WARNING);
            }
        } else if (h.closed() == null) {
            out.line(WatchViewText.STILL_ANSWERS.with(h.from() == null ? "–" : h.from()), Tone.WARNING);
        }
        if (h.closed() != null) {
            pair(out, WatchViewText.CLOSED_BY, h.closed().by());
            pair(out, WatchViewText.REMARK, h.closed().why());
        }
        if (h.facts().isEmpty()) {
            out.line(WatchViewText.NOTHING_OPEN.with(), Tone.GOOD);
        }
        for (Matter m : h.facts()) {
            out.line(matter(m, out), m.kind() == Matter.Kind.CAMERA_DOWN ? Tone.BAD : Tone.WARNING);
        }
        for (Note n : h.notes()) {
            WatchViewText what = !n.carried()
                    ? WatchViewText.NOTE_LINE
                    : n.doneAt() == null ? WatchViewText.NOTE_OPEN_LINE : WatchViewText.NOTE_DONE_LINE;
            out.line(what.with(n.id(), n.words(), n.enteredBy(), out.time(n.enteredAt())));
        }
    }

    private static Message matter(Matter m, Out out) {
        String name =
                m.words().isEmpty() || m.words().equals(m.subject()) ? m.subject() : m.subject() + " – " + m.words();
        if (m.kind() == Matter.Kind.ROUND_MISSED) {
            return WatchViewText.ROUND_MISSED.with(m.subject(), m.words());
        }
        return m.since() == null
                ? WatchViewText.MATTER.with(m.kind().with(), name)
                : WatchViewText.MATTER_SINCE.with(m.kind().with(), name, out.time(m.since()));
    }

    private static Message proof(Handover.Accepted a) {
        return switch (a.proof()) {
            case KEY -> WatchViewText.BY_KEY.with();
            case PAPER -> WatchViewText.BY_PAPER.with(a.sheet() != null ? a.sheet() : a.scanSha256(), a.enteredBy());
            case PIN, SELECTED -> WatchViewText.BY_PIN.with();
        };
    }

    private static void pair(Out out, WatchViewText name, String value) {
        out.pair(out.text(name.with()), WIDTH, value);
    }

    @Override
    public void json(Handover h, Json json) {
        fields(h, json);
    }

    static void fields(Handover h, Json json) {
        Handover.Accepted a = h.accepted();
        json.field("id", h.id().toString())
                .field("state", h.state().id())
                .field("post", h.post())
                .field("slot", h.slot().toString())
                .field("from", h.from() == null ? null : h.from().value())
                .field("began", h.began())
                .field("due", h.due())
                .field("openedAt", h.openedAt())
                .field("openedBy", h.openedBy())
                .field("acceptedBy", a == null || a.by() == null ? null : a.by().value())
                .field("acceptedAt", a == null ? null : a.at())
                .field("enteredBy", a == null ? null : a.enteredBy())
                .field("proof", a == null ? null : a.proof().word())
                .field("sheet", a == null ? null : a.sheet())
                .field("scanSha256", a == null ? null : a.scanSha256())
                .field("lateMinutes", h.lateMinutes())
                .field("closedBy", h.closed() == null ? null : h.closed().by())
                .field("closedWhy", h.closed() == null ? null : h.closed().why())
                .array("facts");
        for (Matter m : h.facts()) {
            json.object()
                    .field("kind", m.kind().id())
                    .field("subject", m.subject())
                    .field("words", m.words())
                    .field("since", m.since())
                    .end();
        }
        json.end().array("notes");
        for (Note n : h.notes()) {
            json.object();
            note(n, json);
            json.end();
        }
        json.end();
    }

    static void note(Note n, Json json) {
        json.field("number", n.id())
                .field("post", n.post())
                .field("words", n.words())
                .field("carried", n.carried())
                .field("enteredAt", n.enteredAt())
                .field("enteredBy", n.enteredBy())
                .field("doneAt", n.doneAt())
                .field("doneBy", n.doneBy());
    }
}
