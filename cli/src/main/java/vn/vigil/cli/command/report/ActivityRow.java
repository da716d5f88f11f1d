package vn.vigil.cli.command.report;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.report.Activity;

/** Shows activities. */
record ActivityRow(Out out) implements ItemView<Activity> {
    @Override
    public String[] columns() {
        return new String[] {"id", "day", "kind", "theme", "topic", "form", "audience", "people", "new"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            ReportLabel.NUMBER,
            ReportLabel.DAY,
            ReportLabel.KIND,
            ReportLabel.THEME,
            ReportLabel.TOPIC,
            ReportLabel.FORM,
            ReportLabel.AUDIENCE,
            ReportLabel.PEOPLE,
            ReportLabel.FRESH
        };
    }

    @Override
    public void cells(Activity a, Cells cells) {
        boolean words = cells.forPeople();
        cells.add(a.id().toString()).add(a.day().toString());
        cells.add(words ? out.text(a.kind().with()) : a.kind().id());
        cells.add(words ? out.text(a.theme().with()) : a.theme().id());
        cells.add(a.topic()).add(a.form()).add(a.audience());
        cells.add(a.people() == null ? "" : a.people().toString());
        cells.add(a.fresh() == null ? "" : a.fresh().toString());
    }

    @Override
    public void json(Activity a, Json json) {
        json.field("id", a.id().toString())
                .field("day", a.day().toString())
                .field("kind", a.kind().id())
                .field("theme", a.theme().id())
                .field("topic", a.topic())
                .field("form", a.form())
                .field("audience", a.audience())
                .field("materials", a.materials());
        number("people", a.people(), json);
        number("new", a.fresh(), json);
    }

    private static void number(String name, Integer number, Json json) {
        if (number == null) {
            json.field(name, (String) null);
        } else {
            json.field(name, number);
        }
    }

    @Override
    public String line(Activity a, Out to) {
        return to.text(ReportLabel.ACTIVITY_LINE.with(a.id(), a.kind().with(), a.topic(), a.day()));
    }

    @Override
    public String noun() {
        return "activity";
    }
}
