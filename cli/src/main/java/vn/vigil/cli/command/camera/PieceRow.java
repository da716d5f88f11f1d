package vn.vigil.cli.command.camera;

import vn.vigil.base.MessageKey;
import vn.vigil.base.TimeSpan;
import vn.vigil.camera.HoleReason;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;

/** A piece of a span, recorded or missing, as a row. */
final class PieceRow implements RowView<PieceRow.Piece> {
    private final Out out;

    PieceRow(Out out) {
        this.out = out;
    }

    /** @param reason why it is missing; null for what is there */
    record Piece(TimeSpan span, HoleReason reason) {}

    @Override
    public String[] columns() {
        return new String[] {"what", "from", "to", "seconds", "reason"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {RecordView.WHAT, RecordView.FROM, RecordView.TO, RecordView.LENGTH, RecordView.REMARK};
    }

    @Override
    public void cells(Piece p, Cells cells) {
        String from = out.time(p.span().from());
        String to = out.time(p.span().to());
        if (cells.forPeople()) {
            cells.add(
                            out.text((p.reason() == null ? RecordView.PRESENT : RecordView.HOLE).with()),
                            p.reason() == null ? Tone.GOOD : Tone.WARNING)
                    .add(from)
                    .add(to)
                    .add(FigureText.length(p.span().length()))
                    .add(p.reason() == null ? "" : out.text(p.reason().words()));
        } else {
            cells.add(p.reason() == null ? "present" : "hole")
                    .add(from)
                    .add(to)
                    .add(FigureText.seconds(p.span().length()))
                    .add(p.reason() == null ? "" : p.reason().word());
        }
    }

    @Override
    public void json(Piece p, Json json) {
        json.field("what", p.reason() == null ? "present" : "hole")
                .field("from", p.span().from())
                .field("to", p.span().to());
        if (p.reason() != null) {
            json.field("reason", p.reason().word());
        }
    }
}
