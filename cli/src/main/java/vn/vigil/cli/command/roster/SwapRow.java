package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.roster.watch.SavedSwap;
import vn.vigil.roster.watch.Swap;

/** One swap as a row. */
record SwapRow(Out out) implements RowView<SavedSwap> {
    @Override
    public String[] columns() {
        return new String[] {
            "id", "state", "slot", "member", "with", "back", "askedAt", "acceptedAt", "approvedAt", "endedAt"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            WatchViewText.ENTRY,
            WatchViewText.STATE,
            WatchViewText.SLOT,
            WatchViewText.GIVES,
            WatchViewText.TAKES,
            WatchViewText.BACK
        };
    }

    @Override
    public void cells(SavedSwap saved, Cells cells) {
        Swap s = saved.swap();
        cells.add(s.id().toString())
                .add(cells.forPeople() ? out.text(s.state().with()) : s.state().id())
                .add(s.slot().toString())
                .add(s.member().value())
                .add(s.with().value())
                .add(
                        s.back() == null
                                ? cells.forPeople() ? "–" : null
                                : s.back().toString());
        if (!cells.forPeople()) {
            cells.add(out.time(s.askedAt()))
                    .add(s.acceptedAt() == null ? null : out.time(s.acceptedAt()))
                    .add(s.approvedAt() == null ? null : out.time(s.approvedAt()))
                    .add(s.ended() == null ? null : out.time(s.ended().at()));
        }
    }

    @Override
    public void json(SavedSwap saved, Json json) {
        fields(saved, json);
    }

    static void fields(SavedSwap saved, Json json) {
        Swap s = saved.swap();
        json.field("id", s.id().toString())
                .field("state", s.state().id())
                .field("slot", s.slot().toString())
                .field("member", s.member().value())
                .field("with", s.with().value())
                .field("back", s.back() == null ? null : s.back().toString())
                .field("askedAt", s.askedAt())
                .field("askedBy", s.askedBy())
                .field("acceptedAt", s.acceptedAt())
                .field("acceptedBy", s.acceptedBy())
                .field("approvedAt", s.approvedAt())
                .field("approvedBy", s.approvedBy())
                .field("endedAt", s.ended() == null ? null : s.ended().at())
                .field("endedWhy", s.ended() == null ? null : s.ended().why())
                .array("effects");
        for (SavedSwap.Effect e : saved.effects()) {
            json.object()
                    .field("member", e.member().value())
                    .field("minutes", e.minutes())
                    .field("nights", e.nights())
                    .field("weekendDays", e.weekendDays())
                    .field("holidays", e.holidays())
                    .end();
        }
        json.end();
    }
}
