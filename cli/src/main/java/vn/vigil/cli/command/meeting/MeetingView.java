package vn.vigil.cli.command.meeting;

import vn.vigil.base.MemberId;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.meeting.Meeting;
import vn.vigil.meeting.MeetingState;

/** Shows meetings in rows. */
record MeetingView(Out out) implements ItemView<Meeting> {
    @Override
    public String noun() {
        return "meeting";
    }

    @Override
    public String line(Meeting m, Out to) {
        String quarter = m.quarter() == null ? "" : " " + m.quarter();
        return m.id() + "  " + to.text(m.kind().with()) + quarter + "  " + to.time(m.start()) + "  "
                + to.text(m.state().with()) + (m.number() == null ? "" : "  " + m.number());
    }

    @Override
    public String[] columns() {
        return new String[] {"id", "start", "kind", "quarter", "state", "place", "chair", "secretary", "number"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            MeetingLabel.MEETING,
            MeetingLabel.START,
            MeetingLabel.KIND,
            MeetingLabel.QUARTER,
            MeetingLabel.STATE,
            MeetingLabel.PLACE,
            MeetingLabel.CHAIR,
            MeetingLabel.SECRETARY,
            MeetingLabel.NUMBER
        };
    }

    @Override
    public void cells(Meeting m, Cells cells) {
        boolean people = cells.forPeople();
        cells.add(m.id().toString()).add(out.time(m.start()));
        cells.add(people ? out.text(m.kind().with()) : m.kind().id());
        cells.add(m.quarter() == null ? "" : m.quarter().toString());
        Tone tone = m.state() == MeetingState.ISSUED || m.state() == MeetingState.CANCELLED ? Tone.FAINT : Tone.PLAIN;
        cells.add(people ? out.text(m.state().with()) : m.state().id(), tone);
        cells.add(m.place()).add(id(m.chair())).add(id(m.secretary())).add(m.number());
    }

    private static String id(MemberId member) {
        return member == null ? "" : member.value();
    }

    @Override
    public void json(Meeting m, Json json) {
        json.field("id", m.id().toString())
                .field("kind", m.kind().id())
                .field("quarter", m.quarter() == null ? null : m.quarter().toString())
                .field("state", m.state().id())
                .field("start", m.start())
                .field("minutes", m.length().toMinutes())
                .field("place", m.place())
                .field("chair", m.chair() == null ? null : m.chair().value())
                .field("secretary", m.secretary() == null ? null : m.secretary().value())
                .field("reason", m.reason())
                .field("incident", m.incident() == null ? null : m.incident().toString())
                .field("postponed", m.postponed())
                .field("openedAt", m.opening() == null ? null : m.opening().at())
                .field(
                        "chairCapacity",
                        m.opening() == null ? null : m.opening().capacity().word())
                .field("closedAt", m.closed())
                .field("next", m.next() == null ? null : m.next().toString())
                .field("number", m.number())
                .field("issued", m.issued() == null ? null : m.issued().toString())
                .field("entries", m.entries());
    }
}
