package vn.vigil.cli.command.meeting;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.meeting.Due;
import vn.vigil.meeting.DueState;

/** Shows the meetings that a year asks for. */
record DueView(Out out) implements RowView<Due> {
    @Override
    public String[] columns() {
        return new String[] {"date", "kind", "quarter", "state", "meeting", "latest", "clause", "reason"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            MeetingLabel.DATE,
            MeetingLabel.KIND,
            MeetingLabel.QUARTER,
            MeetingLabel.STATE,
            MeetingLabel.MEETING,
            MeetingLabel.LATEST,
            MeetingLabel.CLAUSE,
            MeetingLabel.REASON
        };
    }

    @Override
    public void cells(Due due, Cells cells) {
        cells.add(due.date().toString());
        boolean people = cells.forPeople();
        cells.add(people ? out.text(due.kind().with()) : due.kind().id());
        cells.add(due.quarter().toString());
        Tone tone = due.overdue() ? Tone.BAD : due.state() == DueState.POSTPONED ? Tone.WARNING : Tone.PLAIN;
        cells.add(people ? out.text(due.state().with()) : due.state().id(), tone);
        cells.add(due.meeting() == null ? "" : due.meeting().toString());
        cells.add(due.latest().toString());
        cells.add(due.kind().clause());
        cells.add(due.reason() == null ? "" : out.text(due.reason()));
    }

    @Override
    public void json(Due due, Json json) {
        json.field("date", due.date().toString())
                .field("kind", due.kind().id())
                .field("quarter", due.quarter().toString())
                .field("state", due.state().id())
                .field("reason", due.reason() == null ? null : out.text(due.reason()))
                .field("regularDate", due.regular().toString())
                .field("latest", due.latest().toString())
                .field("clause", due.kind().clause())
                .field("meeting", due.meeting() == null ? null : due.meeting().toString());
    }
}
