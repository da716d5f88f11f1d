package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.roster.plan.Overlay;
import vn.vigil.roster.plan.Stretch;

/** One override as a row. */
record OverlayRow(Out out) implements RowView<Overlay> {
    @Override
    public String[] columns() {
        return new String[] {"id", "slot", "member", "from", "to", "source", "reason", "enteredBy", "withdrawnAt"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            WatchViewText.ENTRY,
            WatchViewText.SLOT,
            WatchViewText.NAME,
            WatchViewText.FROM,
            WatchViewText.UNTIL,
            WatchViewText.HOW,
            WatchViewText.REMARK
        };
    }

    @Override
    public void cells(Overlay o, Cells cells) {
        Stretch s = o.stretch();
        cells.add(o.id())
                .add(s.slot().toString())
                .add(s.member().value())
                .add(out.time(s.span().from()))
                .add(out.time(s.span().to()));
        if (cells.forPeople()) {
            cells.add(out.text(s.source().with()))
                    .add(
                            o.withdrawnAt() == null
                                    ? s.reason()
                                    : out.text(WatchViewText.WITHDRAWN_AT.with(out.time(o.withdrawnAt()))));
            return;
        }
        cells.add(s.source().id())
                .add(s.reason())
                .add(o.enteredBy())
                .add(o.withdrawnAt() == null ? null : out.time(o.withdrawnAt()));
    }

    @Override
    public void json(Overlay o, Json json) {
        Stretch s = o.stretch();
        json.field("id", o.id())
                .field("slot", s.slot().toString())
                .field("member", s.member().value())
                .field("from", s.span().from())
                .field("to", s.span().to())
                .field("source", s.source().id())
                .field("reason", s.reason())
                .field("enteredAt", o.enteredAt())
                .field("enteredBy", o.enteredBy())
                .field("withdrawnAt", o.withdrawnAt());
    }
}
