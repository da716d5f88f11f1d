package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.roster.watch.Attendance;

/** One entry of attendance as a row. */
record AttendanceRow(Out out) implements RowView<Attendance> {
    @Override
    public String[] columns() {
        return new String[] {
            "id",
            "slot",
            "post",
            "member",
            "in",
            "out",
            "due",
            "lateMinutes",
            "how",
            "sheet",
            "enteredBy",
            "holds",
            "correctedWhy"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            WatchViewText.ENTRY,
            WatchViewText.SLOT,
            WatchViewText.NAME,
            WatchViewText.CAME,
            WatchViewText.LEFT,
            WatchViewText.LATE,
            WatchViewText.HOW,
            WatchViewText.REMARK
        };
    }

    @Override
    public void cells(Attendance a, Cells cells) {
        String remark = a.corrected() != null
                ? out.text(WatchViewText.CORRECTED_WHY.with(a.corrected().why()))
                : a.sheet() == null ? "" : a.sheet();
        cells.add(a.id().toString(), a.holds() ? Tone.PLAIN : Tone.FAINT)
                .add(a.slot().toString());
        if (cells.forPeople()) {
            cells.add(a.member().value())
                    .add(out.time(a.in()))
                    .add(a.out() == null ? "–" : out.time(a.out()))
                    .add(
                            a.lateMinutes() == 0 ? "–" : out.text(WatchViewText.MINUTES.with(a.lateMinutes())),
                            a.lateMinutes() == 0 ? Tone.PLAIN : Tone.WARNING)
                    .add(out.text(a.how().with()))
                    .add(remark);
            return;
        }
        cells.add(a.post())
                .add(a.member().value())
                .add(out.time(a.in()))
                .add(a.out() == null ? null : out.time(a.out()))
                .add(out.time(a.due()))
                .add(a.lateMinutes())
                .add(a.how().id())
                .add(a.sheet())
                .add(a.enteredBy())
                .add(a.holds() ? "yes" : "no")
                .add(a.corrected() == null ? null : a.corrected().why());
    }

    @Override
    public void json(Attendance a, Json json) {
        fields(a, json);
    }

    static void fields(Attendance a, Json json) {
        json.field("id", a.id().toString())
                .field("slot", a.slot().toString())
                .field("post", a.post())
                .field("member", a.member().value())
                .field("in", a.in())
                .field("out", a.out())
                .field("due", a.due())
                .field("end", a.end())
                .field("lateMinutes", a.lateMinutes())
                .field("how", a.how().id())
                .field("paper", a.how() == Attendance.How.PAPER)
                .field("sheet", a.sheet())
                .field("enteredAt", a.enteredAt())
                .field("enteredBy", a.enteredBy())
                .field("follows", a.follows() == null ? null : a.follows().toString())
                .field("holds", a.holds())
                .field(
                        "correctedWhy",
                        a.corrected() == null ? null : a.corrected().why());
    }
}
