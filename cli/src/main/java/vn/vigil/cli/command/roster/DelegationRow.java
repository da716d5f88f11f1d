package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.people.Delegation;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** One delegation as a row. */
record DelegationRow(Lang lang) implements RowView<Delegation> {
    @Override
    public String[] columns() {
        return new String[] {"id", "office", "fromPerson", "toPerson", "scope", "from", "until", "basis"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            PeopleViewText.DELEGATION,
            PeopleViewText.OFFICE,
            PeopleViewText.FROM_PERSON,
            PeopleViewText.TO_PERSON,
            PeopleViewText.SCOPE,
            PeopleViewText.FROM,
            PeopleViewText.UNTIL,
            PeopleViewText.BASIS
        };
    }

    @Override
    public void cells(Delegation d, Cells cells) {
        cells.add(d.id().toString())
                .add(
                        cells.forPeople()
                                ? Texts.pattern(d.office(), lang)
                                : d.office().id())
                .add(d.from().value())
                .add(d.to().value())
                .add(String.join(" ", d.scope()))
                .add(d.fromDay().toString())
                .add(d.untilDay().toString())
                .add(d.basis());
    }

    @Override
    public void json(Delegation d, Json json) {
        json.field("id", d.id().toString())
                .field("office", d.office().id())
                .field("fromPerson", d.from().value())
                .field("toPerson", d.to().value())
                .field("from", d.fromDay().toString())
                .field("until", d.untilDay().toString())
                .field("basis", d.basis())
                .array("scope");
        for (String word : d.scope()) {
            json.value(word);
        }
        json.end();
    }
}
