package vn.vigil.cli.command.camera;

import java.util.List;
import vn.vigil.base.MessageKey;
import vn.vigil.base.TimeSpan;
import vn.vigil.camera.Obstacle;
import vn.vigil.camera.Readiness;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;

/** Whether footage of a camera could be delivered, as a row. */
final class ReadyRow implements RowView<Readiness> {
    private final Out out;

    ReadyRow(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {"id", "name", "essential", "answer", "obstacles"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            RecordView.CAMERA, RecordView.NAME, RecordView.ESSENTIAL, RecordView.ANSWER, RecordView.OBSTACLES
        };
    }

    @Override
    public void cells(Readiness r, Cells cells) {
        cells.add(r.camera().id().value()).add(r.camera().name());
        StringBuilder all = new StringBuilder();
        for (Obstacle o : r.obstacles()) {
            all.append(all.length() == 0 ? "" : cells.forPeople() ? "; " : ",")
                    .append(cells.forPeople() ? out.text(o.words()) : o.word());
        }
        if (cells.forPeople()) {
            cells.add(r.camera().essential() ? "●" : "", Tone.STRONG)
                    .add(out.text(word(r.answer()).with()), tone(r.answer()));
        } else {
            cells.add(r.camera().essential() ? "yes" : "no").add(r.answer().word());
        }
        cells.add(all.toString());
    }

    private static RecordView word(Readiness.Answer answer) {
        return switch (answer) {
            case YES -> RecordView.ANSWER_YES;
            case PARTLY -> RecordView.ANSWER_PARTLY;
            case NO -> RecordView.ANSWER_NO;
            case UNKNOWN -> RecordView.ANSWER_UNKNOWN;
        };
    }

    private static Tone tone(Readiness.Answer answer) {
        return switch (answer) {
            case YES -> Tone.GOOD;
            case PARTLY, UNKNOWN -> Tone.WARNING;
            case NO -> Tone.BAD;
        };
    }

    View<List<Readiness>> document(TimeSpan span) {
        return new View<>() {
            @Override
            public void text(List<Readiness> all, Out to) {
                throw new IllegalStateException("shown as a list");
            }

            @Override
            public void json(List<Readiness> all, Json json) {
                json.field("from", span.from()).field("to", span.to()).array("cameras");
                for (Readiness r : all) {
                    json.object();
                    ReadyRow.this.json(r, json);
                    json.end();
                }
                json.end();
            }
        };
    }

    @Override
    public void json(Readiness r, Json json) {
        json.field("id", r.camera().id().value())
                .field("name", r.camera().name())
                .field("essential", r.camera().essential())
                .field("answer", r.answer().word())
                .array("obstacles");
        for (Obstacle o : r.obstacles()) {
            json.value(o.word());
        }
        json.end();
        if (r.report() == null) {
            json.field("recordings", (String) null);
            return;
        }
        json.object("recordings");
        RecordingsView.report(r.report(), json);
        json.end();
    }
}
