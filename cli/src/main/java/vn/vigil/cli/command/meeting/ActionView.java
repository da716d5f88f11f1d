package vn.vigil.cli.command.meeting;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.meeting.Action;

/** Shows actions in rows. */
record ActionView(Out out) implements ItemView<Action> {
    @Override
    public String noun() {
        return "action";
    }

    @Override
    public String line(Action a, Out to) {
        return a.id() + "  " + to.text(a.state().with()) + "  " + a.due() + "  " + a.owner() + "  " + a.words()
                + (a.division().isEmpty() ? "" : "  " + to.text(MeetingLabel.ASKS_DIVISION.with(a.division())))
                + (a.outcome().isEmpty() ? "" : "  – " + a.outcome());
    }

    @Override
    public String[] columns() {
        return new String[] {
            "id", "state", "due", "owner", "carried", "meeting", "source", "division", "text", "outcome"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            MeetingLabel.ACTION,
            MeetingLabel.STATE,
            MeetingLabel.DUE,
            MeetingLabel.OWNER,
            MeetingLabel.CARRIED,
            MeetingLabel.MEETING,
            MeetingLabel.SOURCE,
            MeetingLabel.DIVISION,
            MeetingLabel.TEXT,
            MeetingLabel.OUTCOME
        };
    }

    @Override
    public void cells(Action a, Cells cells) {
        Tone tone = a.state() == Action.State.LATE ? Tone.BAD : a.state().open() ? Tone.PLAIN : Tone.FAINT;
        cells.add(a.id().toString());
        cells.add(cells.forPeople() ? out.text(a.state().with()) : a.state().id(), tone);
        cells.add(a.due().toString()).add(a.owner().value()).add(a.carried());
        cells.add(a.meeting() == null ? "" : a.meeting().toString());
        cells.add(a.source()).add(a.division()).add(a.words()).add(a.outcome());
    }

    @Override
    public void json(Action a, Json json) {
        json.field("id", a.id().toString())
                .field("state", a.state().id())
                .field("text", a.words())
                .field("owner", a.owner().value())
                .array("with");
        a.with().forEach(json::value);
        json.end().field("due", a.due().toString()).array("formerDues");
        a.dues().forEach(due -> json.value(due.toString()));
        json.end()
                .field("meeting", a.meeting() == null ? null : a.meeting().toString())
                .field("item", a.item())
                .field("source", a.source())
                .field("division", a.division())
                .field("set", a.set().toString())
                .field("ended", a.ended() == null ? null : a.ended().toString())
                .field("outcome", a.outcome())
                .field("carried", a.carried());
    }
}
