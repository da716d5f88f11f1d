package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.RowView;
import vn.vigil.people.OutsideBody;
import vn.vigil.text.Lang;
import vn.vigil.text.Texts;

/** One outside body as a row. */
record BodyRow(Lang lang) implements RowView<OutsideBody> {
    @Override
    public String[] columns() {
        return new String[] {"id", "name", "phone", "kind", "from", "until"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            PeopleViewText.ID,
            PeopleViewText.NAME,
            PeopleViewText.PHONE,
            PeopleViewText.KIND,
            PeopleViewText.FROM,
            PeopleViewText.UNTIL
        };
    }

    @Override
    public void cells(OutsideBody b, Cells cells) {
        cells.add(b.id())
                .add(b.name())
                .add(b.phone())
                .add(
                        cells.forPeople()
                                ? Texts.pattern(KindWords.of(b.kind()), lang)
                                : b.kind().word())
                .add(b.from() == null ? "-" : b.from().toString())
                .add(b.until() == null ? "-" : b.until().toString());
    }

    @Override
    public void json(OutsideBody b, Json json) {
        json.field("id", b.id())
                .field("name", b.name())
                .field("phone", b.phone())
                .field("kind", b.kind().word())
                .field("from", b.from() == null ? null : b.from().toString())
                .field("until", b.until() == null ? null : b.until().toString())
                .field("builtIn", b.builtIn());
    }
}
