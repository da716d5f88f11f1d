package vn.vigil.cli.command.meeting;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.meeting.Supervision;

/** Shows what the committee saw to, in rows. */
record SupervisionView(Out out) implements ItemView<Supervision.Note> {
    @Override
    public String noun() {
        return "note";
    }

    @Override
    public String line(Supervision.Note n, Out to) {
        return n.id() + "  " + n.day() + "  " + to.text(n.kind().with()) + "  " + n.words()
                + (n.division().isEmpty() ? "" : "  " + n.division())
                + (n.action() == null ? "" : "  → " + n.action());
    }

    @Override
    public String[] columns() {
        return new String[] {"id", "day", "kind", "division", "document", "action", "by", "text"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            MeetingLabel.NUMBER,
            MeetingLabel.DATE,
            MeetingLabel.KIND,
            MeetingLabel.DIVISION,
            MeetingLabel.SOURCE,
            MeetingLabel.ACTION,
            MeetingLabel.BY,
            MeetingLabel.TEXT
        };
    }

    @Override
    public void cells(Supervision.Note n, Cells cells) {
        cells.add(n.id().toString()).add(n.day().toString());
        cells.add(cells.forPeople() ? out.text(n.kind().with()) : n.kind().id());
        cells.add(n.division()).add(n.document());
        cells.add(n.action() == null ? "" : n.action().toString()).add(n.by()).add(n.words());
    }

    @Override
    public void json(Supervision.Note n, Json json) {
        json.field("id", n.id().toString())
                .field("kind", n.kind().id())
                .field("day", n.day().toString())
                .field("text", n.words())
                .field("division", n.division())
                .field("document", n.document())
                .field("action", n.action() == null ? null : n.action().toString())
                .field("by", n.by());
    }
}
