package vn.vigil.cli.command.roster;

import vn.vigil.base.MessageKey;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.roster.watch.Round;

/** One check of a camera as a row. */
record RoundRow(Out out) implements RowView<Round> {
    @Override
    public String[] columns() {
        return new String[] {"at", "camera", "member", "found", "note"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            WatchViewText.AT, WatchViewText.CAMERA, WatchViewText.NAME, WatchViewText.FOUND, WatchViewText.REMARK
        };
    }

    @Override
    public void cells(Round r, Cells cells) {
        cells.add(out.time(r.at()))
                .add(r.camera().value())
                .add(r.member().value())
                .add(r.found(), Tone.WARNING)
                .add(r.note());
    }

    @Override
    public void json(Round r, Json json) {
        fields(r, json);
    }

    static void fields(Round r, Json json) {
        json.field("at", r.at())
                .field("camera", r.camera().value())
                .field("member", r.member().value())
                .field("found", r.found())
                .field("note", r.note());
    }
}
