package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.people.Absence;

/** One absence as a row. */
record AbsenceRow(Out out) implements RowView<Absence> {
    @Override
    public String[] columns() {
        return new String[] {"id", "person", "kind", "from", "to", "reason"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            PeopleViewText.ABSENCE,
            PeopleViewText.PERSON,
            PeopleViewText.KIND,
            PeopleViewText.FROM,
            PeopleViewText.TO,
            PeopleViewText.REASON
        };
    }

    @Override
    public void cells(Absence a, Cells cells) {
        cells.add(a.id().toString())
                .add(a.member().value())
                .add(
                        cells.forPeople()
                                ? out.text(KindWords.of(a.kind()).with())
                                : a.kind().word())
                .add(out.time(a.from()))
                .add(out.time(a.to()))
                .add(a.reason());
    }

    @Override
    public void json(Absence a, Json json) {
        json.field("id", a.id().toString())
                .field("person", a.member().value())
                .field("kind", a.kind().word())
                .field("from", a.from())
                .field("to", a.to())
                .field("reason", a.reason())
                .field("enteredAt", a.enteredAt())
                .field("enteredBy", a.enteredBy());
    }
}
