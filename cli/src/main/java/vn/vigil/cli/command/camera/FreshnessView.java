package vn.vigil.cli.command.camera;

import java.util.Locale;
import vn.vigil.base.Severity;
import vn.vigil.camera.alert.Freshness;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.text.TimeText;

/** Whether whole runs of checks still come to their end, in one line. */
final class FreshnessView implements View<Freshness> {
    @Override
    public void text(Freshness f, Out out) {
        String limit = TimeText.print(f.limit());
        if (f.finishedAt() == null) {
            out.line(CameraViewText.FRESH_NEVER.with(f.part(), f.parts()), Tone.BAD);
            return;
        }
        CameraViewText form = f.severity() == Severity.OK ? CameraViewText.FRESH : CameraViewText.NOT_FRESH;
        out.line(
                form.with(out.time(f.finishedAt()), TimeText.print(f.age()), limit, f.part(), f.parts()),
                f.severity() == Severity.OK ? Tone.GOOD : Tone.BAD);
    }

    @Override
    public void json(Freshness f, Json json) {
        json.field("severity", f.severity().name().toLowerCase(Locale.ROOT)).field("finishedAt", f.finishedAt());
        if (f.age() != null) {
            json.field("ageSeconds", f.age().toSeconds());
        }
        json.field("limitSeconds", f.limit().toSeconds())
                .field("part", f.part())
                .field("parts", f.parts());
    }
}
