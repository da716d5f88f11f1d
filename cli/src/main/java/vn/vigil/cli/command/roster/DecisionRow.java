package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;
import vn.vigil.calendar.DecidedDay;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;

/** One decision, in the columns that an import reads. */
record DecisionRow() implements RowView<DecidedDay> {
    @Override
    public String[] columns() {
        return new String[] {"date", "kind", "name", "basis"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {HolidayText.DATE, HolidayText.KIND, HolidayText.NAME, HolidayText.BASIS};
    }

    @Override
    public void cells(DecidedDay d, Cells cells) {
        cells.add(d.date().toString()).add(d.kind().word()).add(d.name()).add(d.source());
    }

    @Override
    public void json(DecidedDay d, Json json) {
        fields(d, json);
    }

    static void fields(DecidedDay d, Json json) {
        json.field("date", d.date().toString())
                .field("kind", d.kind().word())
                .field("name", d.name())
                .field("basis", d.source());
    }
}
