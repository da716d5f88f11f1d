package vn.vigil.cli.command.incident;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.cli.view.Width;
import vn.vigil.incident.Tip;

/** Shows tips, one alone or many in rows. */
final class TipView implements RowView<Tip>, View<Tip> {
    private final Out out;

    TipView(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {"id", "received_on", "state", "anonymous", "incident", "entered_by"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            IncidentLabel.TIP,
            IncidentLabel.RECEIVED_ON,
            IncidentLabel.STATE,
            IncidentLabel.ANONYMOUS,
            IncidentLabel.ID,
            IncidentLabel.OPENED_BY
        };
    }

    @Override
    public void cells(Tip t, Cells cells) {
        cells.add(t.id().toString()).add(t.receivedOn().toString());
        if (cells.forPeople()) {
            cells.add(out.text(t.state().with()), t.state() == Tip.State.OPEN ? Tone.WARNING : Tone.FAINT);
            cells.add(out.text((t.anonymous() ? IncidentLabel.YES : IncidentLabel.NO).with()));
        } else {
            cells.add(t.state().id()).add(t.anonymous() ? "yes" : "no");
        }
        cells.add(t.incident() == null ? "" : t.incident().toString()).add(t.enteredBy());
    }

    @Override
    public void text(Tip t, Out to) {
        IncidentLabel[] labels = {
            IncidentLabel.TIP,
            IncidentLabel.RECEIVED_ON,
            IncidentLabel.STATE,
            IncidentLabel.ANONYMOUS,
            IncidentLabel.ID,
            IncidentLabel.OPENED_BY,
            IncidentLabel.TEXT
        };
        String[] values = {
            t.id().toString(),
            t.receivedOn().toString(),
            to.text(t.state().with()),
            to.text((t.anonymous() ? IncidentLabel.YES : IncidentLabel.NO).with()),
            t.incident() == null ? "–" : t.incident().toString(),
            t.enteredBy(),
            t.masked() ? to.text(IncidentLabel.MASKED.with()) : t.words()
        };
        int width = 0;
        for (IncidentLabel label : labels) {
            width = Math.max(width, Width.of(to.text(label.with())) + 2);
        }
        for (int i = 0; i < labels.length; i++) {
            to.pair(to.text(labels[i].with()), width, values[i]);
        }
        for (String later : t.more()) {
            to.pair("", width, later);
        }
        if (!t.place().isEmpty()) {
            to.pair(to.text(IncidentLabel.PLACE.with()), width, t.place());
        }
        if (t.about() != null) {
            to.pair(to.text(IncidentLabel.AT.with()), width, to.time(t.about()));
        }
        if (!t.outcome().isEmpty()) {
            to.pair(to.text(IncidentLabel.OUTCOME.with()), width, t.outcome());
        }
    }

    @Override
    public void json(Tip t, Json json) {
        fields(t, json);
    }

    static void fields(Tip t, Json json) {
        json.field("id", t.id().toString())
                .field("state", t.state().id())
                .field("masked", t.masked())
                .field("anonymous", t.anonymous())
                .field("receivedOn", t.receivedOn().toString())
                .field("enteredBy", t.enteredBy())
                .field("incident", t.incident() == null ? null : t.incident().toString())
                .field("text", t.words())
                .field("place", t.place())
                .field("about", t.about())
                .field("outcome", t.outcome())
                .array("more");
        for (String later : t.more()) {
            json.value(later);
        }
        json.end();
    }
}
