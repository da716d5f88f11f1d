package vn.vigil.cli.command.meeting;

import vn.vigil.base.CaseId;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.meeting.Proposal;
import vn.vigil.text.Dong;

/** Shows proposals in rows. */
record ProposalView(Out out) implements ItemView<Proposal> {
    @Override
    public String noun() {
        return "proposal";
    }

    @Override
    public String line(Proposal p, Out to) {
        return p.id() + "  " + to.text(p.kind().with()) + "  " + p.title() + "  " + state(p, to)
                + (p.number() == null ? "" : "  " + p.number());
    }

    static String state(Proposal p, Out out) {
        return out.text(p.open() ? MeetingLabel.WAITING.with() : p.answer().with());
    }

    @Override
    public String[] columns() {
        return new String[] {"id", "day", "kind", "state", "to", "total", "number", "title", "answer", "told"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            MeetingLabel.PROPOSAL,
            MeetingLabel.DATE,
            MeetingLabel.KIND,
            MeetingLabel.STATE,
            MeetingLabel.TO,
            MeetingLabel.TOTAL,
            MeetingLabel.NUMBER,
            MeetingLabel.TEXT,
            MeetingLabel.OUTCOME,
            MeetingLabel.TOLD
        };
    }

    @Override
    public void cells(Proposal p, Cells cells) {
        boolean people = cells.forPeople();
        cells.add(p.id().toString()).add(p.day().toString());
        cells.add(people ? out.text(p.kind().with()) : p.kind().id());
        cells.add(people ? state(p, out) : word(p), p.open() ? Tone.WARNING : Tone.FAINT);
        cells.add(p.to());
        boolean money = !p.estimate().isEmpty();
        cells.add(!money ? "" : people ? Dong.print(p.total(), out.lang()) : Long.toString(p.total()));
        cells.add(p.number()).add(p.title()).add(p.answered());
        cells.add(p.told() == null ? "" : p.told().toString());
    }

    static String word(Proposal p) {
        return p.open() ? "open" : p.answer().id();
    }

    @Override
    public void json(Proposal p, Json json) {
        json.field("id", p.id().toString())
                .field("kind", p.kind().id())
                .field("state", word(p))
                .field("title", p.title())
                .field("text", p.words())
                .field("to", p.to())
                .field("day", p.day().toString())
                .field("by", p.by())
                .field("total", p.total())
                .array("estimate");
        for (Proposal.Line line : p.estimate()) {
            json.object().field("name", line.name()).field("unit", line.unit());
            json.field("quantity", line.quantity()).field("price", line.price()).end();
        }
        json.end().array("people");
        p.people().forEach(json::value);
        json.end().array("attached");
        p.attached().forEach(json::value);
        json.end()
                .field("survey", id(p.survey()))
                .field("petition", id(p.petition()))
                .field("meeting", id(p.meeting()))
                .field("number", p.number())
                .field("submitted", p.submitted() == null ? null : p.submitted().toString())
                .field("answer", p.answered())
                .field("document", p.document())
                .field("answeredBy", p.answeredBy())
                .field(
                        "answeredOn",
                        p.answeredOn() == null ? null : p.answeredOn().toString())
                .field("told", p.told() == null ? null : p.told().toString());
    }

    private static String id(CaseId id) {
        return id == null ? null : id.toString();
    }
}
