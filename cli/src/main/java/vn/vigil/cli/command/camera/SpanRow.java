package vn.vigil.cli.command.camera;

import java.time.Duration;
import java.time.Instant;
import vn.vigil.base.MessageKey;
import vn.vigil.camera.CameraSpan;
import vn.vigil.camera.CameraWords;
import vn.vigil.camera.Finding;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;

/** How long a settled state lasted, as a row. */
final class SpanRow implements RowView<CameraSpan> {
    private final Out out;
    private final Instant now;

    /** @param now up to which a state that lasts is counted */
    SpanRow(Out out, Instant now) {
        this.out = out;
        this.now = now;
    }

    @Override
    public String[] columns() {
        return new String[] {"from", "to", "seconds", "state", "findings"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            RecordView.FROM, RecordView.TO, RecordView.LENGTH, RecordView.STATE, RecordView.FINDINGS
        };
    }

    @Override
    public void cells(CameraSpan s, Cells cells) {
        boolean people = cells.forPeople();
        StringBuilder all = new StringBuilder();
        for (Finding f : s.findings()) {
            all.append(all.length() == 0 ? "" : people ? "; " : ",")
                    .append(people ? out.text(CameraWords.of(f)) : f.word());
        }
        cells.add(out.time(s.from()));
        if (people) {
            cells.add(s.to() == null ? out.text(RecordView.STILL.with()) : out.time(s.to()))
                    .add(FigureText.length(length(s)))
                    .add(out.text(CameraWords.of(s.state())), tone(s));
        } else {
            cells.add(s.to() == null ? "" : out.time(s.to()))
                    .add(length(s).toSeconds())
                    .add(s.state().word());
        }
        cells.add(all.toString());
    }

    private Duration length(CameraSpan s) {
        return Duration.between(s.from(), s.to() == null ? now : s.to());
    }

    private static Tone tone(CameraSpan s) {
        return switch (s.state()) {
            case UP -> Tone.GOOD;
            case DEGRADED, NOT_CHECKED -> Tone.WARNING;
            case DOWN -> Tone.BAD;
        };
    }

    @Override
    public void json(CameraSpan s, Json json) {
        json.field("camera", s.camera().value())
                .field("from", s.from())
                .field("to", s.to())
                .field("seconds", length(s).toSeconds())
                .field("state", s.state().word())
                .array("findings");
        for (Finding f : s.findings()) {
            json.value(f.word());
        }
        json.end();
    }
}
