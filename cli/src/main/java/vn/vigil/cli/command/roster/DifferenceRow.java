package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.roster.plan.Difference;

/** One difference from the published roster as a row. */
final class DifferenceRow implements RowView<Difference> {
    private final Out out;

    DifferenceRow(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {
            "slot", "before", "after", "reason", "from", "to", "source", "erratum", "at", "by", "publication"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            PlanViewText.SLOT, PlanViewText.BEFORE, PlanViewText.AFTER, PlanViewText.REASON, PlanViewText.BY
        };
    }

    @Override
    public void cells(Difference d, Cells cells) {
        cells.add(d.slot().toString())
                .add(PlanJson.id(d.before()))
                .add(PlanJson.id(d.after()))
                .add(d.reason());
        if (cells.forPeople()) {
            cells.add(d.by());
            return;
        }
        cells.add(d.span() == null ? null : out.time(d.span().from()))
                .add(d.span() == null ? null : out.time(d.span().to()))
                .add(d.source() == null ? null : d.source().id())
                .add(d.erratum() ? "yes" : "no")
                .add(d.at() == null ? null : out.time(d.at()))
                .add(d.by())
                .add(d.publication());
    }

    @Override
    public void json(Difference d, Json json) {
        PlanJson.slot(d.slot(), json);
        json.field("before", PlanJson.id(d.before()))
                .field("after", PlanJson.id(d.after()))
                .field("reason", d.reason())
                .field("from", d.span() == null ? null : d.span().from())
                .field("to", d.span() == null ? null : d.span().to())
                .field("source", d.source() == null ? null : d.source().id())
                .field("erratum", d.erratum())
                .field("at", d.at())
                .field("by", d.by())
                .field("publication", d.publication());
    }
}
