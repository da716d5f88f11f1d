package vn.vigil.cli.command.report;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.report.Pledge;

/** Shows pledges. */
record PledgeRow() implements RowView<Pledge> {
    @Override
    public String[] columns() {
        return new String[] {"id", "year", "day", "name", "division"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            ReportLabel.NUMBER, ReportLabel.YEAR, ReportLabel.DAY, ReportLabel.NAME, ReportLabel.DIVISION
        };
    }

    @Override
    public void cells(Pledge p, Cells cells) {
        cells.add(p.id().toString()).add(Integer.toString(p.year())).add(p.day().toString());
        cells.add(p.name()).add(p.division());
    }

    @Override
    public void json(Pledge p, Json json) {
        json.field("id", p.id().toString())
                .field("year", p.year())
                .field("day", p.day().toString())
                .field("name", p.name())
                .field("division", p.division());
    }
}
