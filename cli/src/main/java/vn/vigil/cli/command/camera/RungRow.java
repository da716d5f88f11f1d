package vn.vigil.cli.command.camera;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import vn.vigil.base.MessageKey;
import vn.vigil.camera.Rung;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;

/** One rung of a conversation with a camera, as a row. */
final class RungRow implements RowView<Rung> {
    private final Out out;

    RungRow(Out out) {
        this.out = out;
    }

    @Override
    public String[] columns() {
        return new String[] {"rung", "outcome", "ms", "trouble", "facts"};
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {RecordView.RUNG, RecordView.OUTCOME, RecordView.TOOK, RecordView.FACTS};
    }

    @Override
    public void cells(Rung r, Cells cells) {
        if (cells.forPeople()) {
            cells.add(out.text(r.kind().with()), Tone.STRONG)
                    .add(mark(r.outcome()) + " " + out.text(r.outcome().with()), tone(r.outcome()))
                    .add(r.took() == null ? "" : FigureText.decimals(r.took().toNanos() / 1e6, 1) + " ms", Tone.FAINT)
                    .add(people(r));
        } else {
            cells.add(r.kind().word())
                    .add(r.outcome().word())
                    .add(r.took() == null ? "" : FigureText.decimals(r.took().toNanos() / 1e6, 3))
                    .add(r.trouble() == null ? "" : r.trouble().word())
                    .add(programs(r.facts()));
        }
    }

    /** Told apart without colour, too. */
    private static String mark(Rung.Outcome outcome) {
        return switch (outcome) {
            case OK -> "✓";
            case BROKEN -> "✗";
            case NOT_REACHED -> "?";
            case NOT_APPLICABLE -> "–";
        };
    }

    private static Tone tone(Rung.Outcome outcome) {
        return switch (outcome) {
            case OK -> Tone.GOOD;
            case BROKEN -> Tone.BAD;
            case NOT_REACHED -> Tone.WARNING;
            case NOT_APPLICABLE -> Tone.FAINT;
        };
    }

    private String people(Rung r) {
        StringBuilder all = new StringBuilder();
        if (r.trouble() != null) {
            all.append(out.text(r.trouble().with()));
        }
        for (Rung.Fact f : r.facts()) {
            boolean error = f.name() == Rung.Fact.Name.ERROR;
            all.append(all.length() == 0 ? "" : error ? " " : "; ");
            if (f.name() == Rung.Fact.Name.ANONYMOUS) {
                all.append(out.text(f.name().with()));
            } else {
                all.append(out.text(f.name().with())).append(' ').append(value(f));
            }
        }
        return all.toString();
    }

    private String value(Rung.Fact f) {
        Object v = f.value();
        if (v instanceof Duration d) {
            return f.name() == Rung.Fact.Name.RECORDED
                    ? FigureText.length(d)
                    : CameraFields.length(d, f.name() == Rung.Fact.Name.OFFSET);
        }
        return v instanceof Instant t ? out.time(t) : v instanceof Double d ? FigureText.decimals(d, 1) : v.toString();
    }

    private static String programs(List<Rung.Fact> facts) {
        StringBuilder all = new StringBuilder();
        for (Rung.Fact f : facts) {
            all.append(all.length() == 0 ? "" : "; ")
                    .append(f.name().word())
                    .append('=')
                    .append(plain(f.value()));
        }
        return all.toString();
    }

    /** Lengths in seconds, times in UTC. */
    private static String plain(Object v) {
        return v instanceof Duration d
                ? FigureText.seconds(d)
                : v instanceof Double d ? FigureText.decimals(d, 1) : v.toString();
    }

    @Override
    public void json(Rung r, Json json) {
        json.field("rung", r.kind().word()).field("outcome", r.outcome().word());
        if (r.took() == null) {
            json.field("ms", (String) null);
        } else {
            json.field("ms", Math.round(r.took().toNanos() / 1e3) / 1e3);
        }
        json.field("trouble", r.trouble() == null ? null : r.trouble().word()).array("facts");
        for (Rung.Fact f : r.facts()) {
            json.object()
                    .field("name", f.name().word())
                    .field("value", plain(f.value()))
                    .end();
        }
        json.end();
    }
}
