package vn.vigil.cli.command.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.vigil.base.TimeSpan;
import vn.vigil.camera.Footage;
import vn.vigil.camera.Hole;
import vn.vigil.camera.RecordingsReport;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.SpanLine;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;

/** What is recorded of a span: a drawing and a table for people, a row a piece for programs. */
final class RecordingsView implements View<RecordingsReport> {
    private static final int COLUMN = 20;

    private final Out out;

    RecordingsView(Out out) {
        this.out = out;
    }

    /** What is there and what is missing, in order of time. */
    static List<PieceRow.Piece> pieces(RecordingsReport r) {
        List<PieceRow.Piece> pieces = new ArrayList<>();
        for (TimeSpan span : r.present()) {
            pieces.add(new PieceRow.Piece(span, null));
        }
        for (Hole hole : r.holes()) {
            pieces.add(new PieceRow.Piece(hole.span(), hole.reason()));
        }
        pieces.sort((a, b) -> a.span().from().compareTo(b.span().from()));
        return pieces;
    }

    @Override
    public void text(RecordingsReport r, Out to) {
        out.pair(
                out.text(RecordView.CAMERA.with()),
                COLUMN,
                r.camera().id() + "  " + r.camera().name());
        switch (r.source()) {
            case NONE -> out.line(RecordView.NO_RECORDER.with(), Tone.WARNING);
            case NOT_TOLD -> out.line(RecordView.NOT_TOLD.with(), Tone.WARNING);
            case RECORDER -> {
                told(r);
                if (out.terminal()) {
                    SpanLine.draw(r.asked(), r.present(), out);
                    out.line(RecordView.LEGEND.with(), Tone.FAINT);
                }
                if (r.present().isEmpty()) {
                    out.line(RecordView.NOTHING_RECORDED.with(), Tone.WARNING);
                }
                out.list("camera.recordings", "pieces", pieces(r), new PieceRow(out));
            }
        }
    }

    private void told(RecordingsReport r) {
        out.pair(
                out.text(RecordView.PRESENT.with()),
                COLUMN,
                out.text(RecordView.SUMMARY.with(
                        FigureText.length(sum(r.present())),
                        FigureText.length(r.asked().length()))));
        if (r.oldest() != null) {
            out.pair(out.text(RecordView.OLDEST.with()), COLUMN, out.time(r.oldest()));
        }
        if (r.newest() != null) {
            out.pair(out.text(RecordView.NEWEST.with()), COLUMN, out.time(r.newest()));
        }
        String clock = out.text(
                r.clock() == null
                        ? RecordView.CLOCK_BELIEVED.with()
                        : RecordView.BY_CLOCK.with(
                                CameraFields.words(r.clock()),
                                out.time(r.clock().measuredAt())));
        out.pair(out.text(RecordView.OFFSET.with()), COLUMN, clock);
    }

    static Duration sum(List<TimeSpan> spans) {
        Duration sum = Duration.ZERO;
        for (TimeSpan span : spans) {
            sum = sum.plus(span.length());
        }
        return sum;
    }

    @Override
    public void json(RecordingsReport r, Json json) {
        json.field("camera", r.camera().id().value());
        report(r, json);
    }

    /** The fields of a report but the camera's. */
    static void report(RecordingsReport r, Json json) {
        json.field("from", r.asked().from())
                .field("to", r.asked().to())
                .field("source", word(r.source()))
                .field("whole", r.whole())
                .array("present");
        for (TimeSpan span : r.present()) {
            json.object().field("from", span.from()).field("to", span.to()).end();
        }
        json.end().array("holes");
        for (Hole hole : r.holes()) {
            json.object()
                    .field("from", hole.span().from())
                    .field("to", hole.span().to())
                    .field("reason", hole.reason().word())
                    .end();
        }
        json.end().field("oldest", r.oldest()).field("newest", r.newest());
        CameraFields.json(r.clock(), json);
    }

    private static String word(Footage.Source source) {
        return switch (source) {
            case RECORDER -> "recorder";
            case NOT_TOLD -> "not-told";
            case NONE -> "none";
        };
    }
}
