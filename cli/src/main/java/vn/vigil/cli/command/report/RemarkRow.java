package vn.vigil.cli.command.report;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.report.Remark;

/** Shows remarks. */
record RemarkRow(Out out) implements ItemView<Remark> {
    @Override
    public String[] columns() {
        return new String[] {"id", "period", "section", "words"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {ReportLabel.NUMBER, ReportLabel.PERIOD, ReportLabel.SECTION, ReportLabel.WORDS};
    }

    @Override
    public void cells(Remark r, Cells cells) {
        cells.add(r.id().toString()).add(r.period());
        cells.add(cells.forPeople() ? out.text(r.section().with()) : r.section().id());
        cells.add(r.words());
    }

    @Override
    public void json(Remark r, Json json) {
        json.field("id", r.id().toString())
                .field("period", r.period())
                .field("section", r.section().id())
                .field("words", r.words());
    }

    @Override
    public String line(Remark r, Out to) {
        return to.text(ReportLabel.REMARK_LINE.with(r.id(), r.section().with(), r.words()));
    }

    @Override
    public String noun() {
        return "remark";
    }
}
