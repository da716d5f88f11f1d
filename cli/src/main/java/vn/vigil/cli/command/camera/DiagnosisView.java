package vn.vigil.cli.command.camera;

import java.util.Locale;
import vn.vigil.base.Severity;
import vn.vigil.camera.Diagnosis;
import vn.vigil.camera.Rung;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;

/** The whole ladder, its first broken rung, and what to do next. */
final class DiagnosisView implements View<Diagnosis> {
    private final Out out;

    DiagnosisView(Out out) {
        this.out = out;
    }

    @Override
    public void text(Diagnosis d, Out to) {
        out.line(d.camera().id() + "  " + d.camera().name(), Tone.STRONG);
        out.list("camera.doctor", "rungs", d.rungs(), new RungRow(out));
        Rung broken = d.firstBroken();
        if (broken != null) {
            out.line(
                    RecordView.BREAKS_AT.with(broken.kind().with(), d.trouble().with()),
                    d.severity() == Severity.CRITICAL ? Tone.BAD : Tone.WARNING);
        } else if (d.trouble() != null) {
            out.line(RecordView.NOTHING_BROKEN_BUT.with(d.trouble().with()), Tone.WARNING);
        } else if (d.severity() == Severity.OK) {
            out.line(RecordView.WHOLE_LADDER.with(), Tone.GOOD);
        }
        if (d.next() != null) {
            out.line(RecordView.DO_NEXT.with(d.next()));
        }
    }

    @Override
    public void json(Diagnosis d, Json json) {
        Rung broken = d.firstBroken();
        json.field("camera", d.camera().id().value())
                .field("at", d.at())
                .field("severity", d.severity().name().toLowerCase(Locale.ROOT))
                .field("firstBroken", broken == null ? null : broken.kind().word())
                .field("trouble", d.trouble() == null ? null : d.trouble().word())
                .field("what", d.trouble() == null ? null : out.text(d.trouble().with()))
                .field("next", d.next() == null ? null : out.text(d.next()))
                .field("saved", d.saved())
                .array("rungs");
        RungRow row = new RungRow(out);
        for (Rung rung : d.rungs()) {
            json.object();
            row.json(rung, json);
            json.end();
        }
        json.end();
    }
}
