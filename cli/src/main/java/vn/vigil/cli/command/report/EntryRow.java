package vn.vigil.cli.command.report;

import java.util.List;
import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.register.Entry;

/** Shows the register of outgoing documents; the words of its form are Vietnamese. */
record EntryRow() implements RowView<Entry> {
    private static final String[] COLUMNS = {
        "number", "date", "title", "signer", "recipients", "holder", "copies", "sent", "receipt", "note"
    };

    @Override
    public String[] columns() {
        return COLUMNS.clone();
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {ReportLabel.NUMBER, ReportLabel.DAY, ReportLabel.WORDS, ReportLabel.SIGNED_HEAD};
    }

    @Override
    public void cells(Entry e, Cells cells) {
        if (cells.forPeople()) {
            cells.add(e.number()).add(e.date().toString()).add(e.title()).add(e.signer());
        } else {
            e.cells().forEach(cells::add);
        }
    }

    @Override
    public void json(Entry e, Json json) {
        List<String> cells = e.cells();
        json.field("key", e.key()).field("own", e.own());
        for (int i = 0; i < COLUMNS.length; i++) {
            json.field(COLUMNS[i], COLUMNS[i].equals("date") ? e.date().toString() : cells.get(i));
        }
    }
}
