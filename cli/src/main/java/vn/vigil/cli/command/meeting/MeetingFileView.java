package vn.vigil.cli.command.meeting;

import java.util.List;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.meeting.Action;
import vn.vigil.meeting.JournalEntry;
import vn.vigil.meeting.Meeting;

/** Shows everything on record of a meeting. */
record MeetingFileView(List<Action> actions, List<JournalEntry> history) implements View<Meeting> {
    private static final int WIDTH = 12;

    @Override
    public void text(Meeting m, Out out) {
        out.line(new MeetingView(out).line(m, out));
        pair(out, MeetingLabel.PLACE, m.place());
        pair(out, MeetingLabel.CHAIR, m.chair() == null ? "" : m.chair().value());
        pair(
                out,
                MeetingLabel.SECRETARY,
                m.secretary() == null ? "" : m.secretary().value());
        pair(out, MeetingLabel.REASON, m.reason());
        if (m.opening() != null && m.opening().record() != null) {
            out.line(MeetingLabel.CHAIR_BY.with(
                    m.opening().capacity().word(), m.opening().record()));
        }
        for (Meeting.Attendee a : m.attendees()) {
            StringBuilder spans = new StringBuilder();
            for (Meeting.Attended span : a.spans()) {
                spans.append("  ").append(span.from() == null ? "…" : out.time(span.from()));
                spans.append(" – ").append(span.to() == null ? "…" : out.time(span.to()));
            }
            out.line("  " + a.who() + "  " + out.text(a.how().with()) + spans
                    + (a.reason().isEmpty() ? "" : "  " + a.reason()));
        }
        for (Meeting.AgendaItem item : m.agenda()) {
            out.line(item.number() + ". " + item.title(), Tone.STRONG);
            said(m, item.number(), out);
        }
        said(m, 0, out);
        for (Meeting.Erratum e : m.errata()) {
            out.line(MeetingLabel.ERRATUM.with(e.number(), e.was(), e.is(), e.reason()), Tone.WARNING);
        }
        for (Meeting.Signed s : m.signatures()) {
            out.line(MeetingLabel.SIGNED.with(s.who(), s.how(), s.day().toString(), s.sha256()));
        }
        out.line(MeetingLabel.HISTORY.with(), Tone.STRONG);
        history(history, out);
    }

    static void history(List<JournalEntry> entries, Out out) {
        for (JournalEntry e : entries) {
            out.line(
                    "  " + e.number() + "  " + out.time(e.at()) + "  " + e.by() + "  "
                            + out.text(e.act().with()),
                    Tone.FAINT);
        }
    }

    private static void pair(Out out, MeetingLabel label, String value) {
        if (!value.isEmpty()) {
            out.pair(out.text(label.with()), WIDTH, value);
        }
    }

    private void said(Meeting m, int item, Out out) {
        for (Meeting.Opinion o : m.opinions()) {
            if (o.item() == item) {
                out.line("   " + (o.who().isEmpty() ? "" : o.who() + ": ") + o.words());
            }
        }
        for (Meeting.Decision d : m.decisions()) {
            if (d.item() == item) {
                MeetingLabel how = d.voted() ? MeetingLabel.DECIDED : MeetingLabel.AGREED;
                out.line("   " + out.text(how.with(d.number(), d.words(), d.inFavour(), d.against(), d.abstained())));
            }
        }
        for (Action a : actions) {
            if (m.id().equals(a.meeting()) && a.item() == item) {
                out.line("   " + new ActionView(out).line(a, out));
            }
        }
    }

    @Override
    public void json(Meeting m, Json json) {
        new MeetingView(null).json(m, json);
        json.array("attendees");
        for (Meeting.Attendee a : m.attendees()) {
            json.object()
                    .field("who", a.who())
                    .field("guest", a.guest())
                    .field("how", a.how().id());
            json.field("reason", a.reason()).array("spans");
            for (Meeting.Attended span : a.spans()) {
                json.object().field("from", span.from()).field("to", span.to()).end();
            }
            json.end().end();
        }
        json.end().array("agenda");
        for (Meeting.AgendaItem item : m.agenda()) {
            json.object().field("number", item.number()).field("standing", item.standing());
            json.field("title", item.title()).array("lines");
            item.lines().forEach(json::value);
            json.end().end();
        }
        json.end().array("opinions");
        for (Meeting.Opinion o : m.opinions()) {
            json.object().field("entry", o.entry()).field("item", o.item());
            json.field("who", o.who()).field("text", o.words()).end();
        }
        json.end().array("decisions");
        for (Meeting.Decision d : m.decisions()) {
            json.object().field("number", d.number()).field("item", d.item()).field("text", d.words());
            json.field("voted", d.voted()).field("for", d.inFavour());
            json.field("against", d.against()).field("abstained", d.abstained()).end();
        }
        json.end().array("actions");
        for (Action a : actions) {
            if (m.id().equals(a.meeting())) {
                json.object();
                new ActionView(null).json(a, json);
                json.end();
            }
        }
        json.end().array("signatures");
        for (Meeting.Signed s : m.signatures()) {
            json.object().field("how", s.how()).field("who", s.who());
            json.field("sha256", s.sha256()).field("day", s.day().toString()).end();
        }
        json.end().array("errata");
        for (Meeting.Erratum e : m.errata()) {
            json.object()
                    .field("was", e.was())
                    .field("is", e.is())
                    .field("reason", e.reason())
                    .end();
        }
        json.end();
        historyJson(history, json);
    }

    static void historyJson(List<JournalEntry> entries, Json json) {
        json.array("history");
        for (JournalEntry e : entries) {
            json.object().field("entry", e.number()).field("act", e.act().id());
            json.field("at", e.at()).field("by", e.by()).end();
        }
        json.end();
    }
}
