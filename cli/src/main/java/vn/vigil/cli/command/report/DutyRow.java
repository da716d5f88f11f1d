package vn.vigil.cli.command.report;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.report.Duty;

/** Shows duties. */
record DutyRow(Out out) implements RowView<Duty> {
    @Override
    public String[] columns() {
        return new String[] {"due", "duty", "subject", "state", "owner", "clause", "recommended"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            ReportLabel.DUE,
            ReportLabel.DUTY,
            ReportLabel.SUBJECT,
            ReportLabel.STATE,
            ReportLabel.OWNER,
            ReportLabel.CLAUSE,
            ReportLabel.BASIS
        };
    }

    @Override
    public void cells(Duty d, Cells cells) {
        boolean people = cells.forPeople();
        Tone tone =
                switch (d.severity()) {
                    case CRITICAL -> Tone.BAD;
                    case WARNING -> Tone.WARNING;
                    default -> Tone.PLAIN;
                };
        cells.add(d.due().toString());
        cells.add(people ? out.text(d.kind().with()) : d.kind().id());
        cells.add(d.subject());
        cells.add(people ? out.text(d.state().with()) : d.state().id(), tone);
        cells.add(people ? out.text(d.kind().owner().with()) : d.kind().owner().id());
        cells.add(d.kind().clause());
        cells.add(
                people
                        ? out.text((d.kind().dated() ? ReportLabel.BY_RULE : ReportLabel.RECOMMENDED).with())
                        : Boolean.toString(!d.kind().dated()));
    }

    @Override
    public void json(Duty d, Json json) {
        json.field("due", d.due().toString())
                .field("duty", d.kind().id())
                .field("subject", d.subject())
                .field("state", d.state().id())
                .field("owner", d.kind().owner().id())
                .field("clause", d.kind().clause())
                .field("recommended", !d.kind().dated());
    }
}
