package vn.vigil.cli.command.meeting;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.meeting.Petition;

/** Shows petitions in rows; never who asked. */
record PetitionView(Out out) implements ItemView<Petition> {
    @Override
    public String noun() {
        return "petition";
    }

    @Override
    public String line(Petition p, Out to) {
        return p.id() + "  " + p.words() + "  "
                + to.text((p.open() ? MeetingLabel.WAITING : MeetingLabel.HAS_ANSWER).with());
    }

    @Override
    public String[] columns() {
        return new String[] {"id", "day", "state", "proposal", "text", "answer", "told"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            MeetingLabel.PETITION,
            MeetingLabel.DATE,
            MeetingLabel.STATE,
            MeetingLabel.PROPOSAL,
            MeetingLabel.TEXT,
            MeetingLabel.OUTCOME,
            MeetingLabel.TOLD
        };
    }

    @Override
    public void cells(Petition p, Cells cells) {
        cells.add(p.id().toString()).add(p.day().toString());
        MeetingLabel state = p.open() ? MeetingLabel.WAITING : MeetingLabel.HAS_ANSWER;
        cells.add(
                cells.forPeople() ? out.text(state.with()) : p.open() ? "open" : "answered",
                p.open() ? Tone.WARNING : Tone.FAINT);
        cells.add(p.proposal() == null ? "" : p.proposal().toString());
        cells.add(p.words()).add(p.answer()).add(p.told());
    }

    @Override
    public void json(Petition p, Json json) {
        json.field("id", p.id().toString())
                .field("state", p.open() ? "open" : "answered")
                .field("text", p.words())
                .field("anonymous", p.anonymous())
                .field("day", p.day().toString())
                .field("proposal", p.proposal() == null ? null : p.proposal().toString())
                .field("answer", p.answer())
                .field("told", p.told());
    }
}
