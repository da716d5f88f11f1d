package vn.vigil.cli.command.report;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.roster.watch.Matter;

/** Shows what is open, a row each. */
record MatterRow(Out out) implements RowView<Matter> {
    @Override
    public String[] columns() {
        return new String[] {"kind", "subject", "since", "text"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {ReportText.KIND, ReportText.SUBJECT, ReportText.SINCE, ReportText.TEXT};
    }

    @Override
    public void cells(Matter m, Cells cells) {
        cells.add(cells.forPeople() ? out.text(m.kind().with()) : m.kind().id());
        cells.add(m.subject()).add(m.since() == null ? "" : out.time(m.since())).add(m.words());
    }

    @Override
    public void json(Matter m, Json json) {
        json.field("kind", m.kind().id()).field("subject", m.subject());
        json.field("text", m.words()).field("since", m.since());
    }
}
