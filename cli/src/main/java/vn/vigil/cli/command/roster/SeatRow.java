package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.roster.plan.Duty;
import vn.vigil.roster.plan.Shown;

/** One stretch of a seat as a row. */
final class SeatRow implements RowView<Shown.Row> {
    private final Out out;

    SeatRow(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {
            "day",
            "shift",
            "role",
            "seat",
            "from",
            "to",
            "member",
            "name",
            "phone",
            "source",
            "locked",
            "publication",
            "post"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            PlanViewText.DAY,
            PlanViewText.SHIFT,
            PlanViewText.SEAT,
            PlanViewText.FROM,
            PlanViewText.TO,
            PlanViewText.WHO,
            PlanViewText.PHONE,
            PlanViewText.SOURCE
        };
    }

    @Override
    public void cells(Shown.Row r, Cells cells) {
        Duty d = r.duty();
        if (cells.forPeople()) {
            cells.add(d.slot().key().day().toString())
                    .add(d.slot().shift().name())
                    .add(out.text(d.slot().key().role().with()) + " "
                            + d.slot().key().seat())
                    .add(out.time(d.span().from()))
                    .add(out.time(d.span().to()));
            if (d.open()) {
                cells.add(out.text(PlanViewText.NOBODY.with()), Tone.BAD);
            } else {
                cells.add(r.name());
            }
            cells.add(r.phone())
                    .add((d.source() == null ? "" : out.text(d.source().with()))
                            + (r.locked() ? " " + out.text(PlanViewText.LOCK.with()) : ""));
            return;
        }
        cells.add(d.slot().key().day().toString())
                .add(d.slot().key().shift())
                .add(d.slot().key().role().id())
                .add(d.slot().key().seat())
                .add(out.time(d.span().from()))
                .add(out.time(d.span().to()))
                .add(d.member() == null ? d.body() : d.member().value())
                .add(r.name())
                .add(r.phone())
                .add(d.source() == null ? null : d.source().id())
                .add(r.locked() ? "yes" : "no")
                .add(r.publication())
                .add(d.slot().post().id());
    }

    @Override
    public void json(Shown.Row r, Json json) {
        Duty d = r.duty();
        PlanJson.slot(d.slot().key(), json);
        json.field("post", d.slot().post().id())
                .field("from", d.span().from())
                .field("to", d.span().to())
                .field("open", d.open())
                .field("member", PlanJson.id(d.member()))
                .field("body", d.body())
                .field("name", r.name())
                .field("phone", r.phone())
                .field("source", d.source() == null ? null : d.source().id())
                .field("locked", r.locked())
                .field("publication", r.publication());
    }
}
