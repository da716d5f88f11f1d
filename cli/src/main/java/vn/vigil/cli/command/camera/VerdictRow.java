package vn.vigil.cli.command.camera;

import java.util.Locale;
import java.util.Set;
import vn.vigil.base.CameraId;
import vn.vigil.base.MessageKey;
import vn.vigil.camera.CameraState;
import vn.vigil.camera.CameraVerdict;
import vn.vigil.camera.CameraWords;
import vn.vigil.camera.Finding;
import vn.vigil.camera.PictureFacts;
import vn.vigil.cli.view.Cells;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.RowView;
import vn.vigil.cli.view.Tone;

/** One camera's verdict as a row. */
final class VerdictRow implements RowView<CameraVerdict> {
    private final Out out;
    private final Set<CameraId> maintained;

    /** @param maintained cameras under maintenance that was planned beforehand */
    VerdictRow(Out out, Set<CameraId> maintained) {
        this.out = out;
        this.maintained = maintained;
    }

    @Override
    public String[] columns() {
        return new String[] {
            "id", "name", "state", "findings", "brokenStep", "clockOffsetMs", "clockErrorMs", "since", "checkedAt"
        };
    }

    @Override
    public MessageKey[] headings() {
        return new MessageKey[] {
            CameraViewText.ID,
            CameraViewText.NAME,
            CameraViewText.STATE,
            CameraViewText.FINDINGS,
            CameraViewText.CLOCK,
            CameraViewText.SINCE
        };
    }

    @Override
    public void cells(CameraVerdict v, Cells cells) {
        cells.add(v.camera().id().value()).add(v.camera().name());
        if (cells.forPeople()) {
            boolean work = maintained.contains(v.camera().id());
            String state = state(v, out);
            cells.add(
                            work ? out.text(CameraViewText.STATE_MAINTAINED.with(state)) : state,
                            work ? Tone.FAINT : tone(v.state()))
                    .add(findings(v, out))
                    .add(v.clock() == null ? "" : out.text(CameraFields.words(v.clock())))
                    .add(out.time(v.since()), Tone.FAINT);
        } else {
            cells.add(v.state().word())
                    .add(words(v))
                    .add(v.brokenStep() == null ? "" : v.brokenStep().word())
                    .add(
                            v.clock() == null
                                    ? ""
                                    : Long.toString(v.clock().offset().toMillis()))
                    .add(
                            v.clock() == null
                                    ? ""
                                    : Long.toString(v.clock().error().toMillis()))
                    .add(out.time(v.since()))
                    .add(out.time(v.checkedAt()));
        }
    }

    @Override
    public void json(CameraVerdict v, Json json) {
        json.field("id", v.camera().id().value())
                .field("name", v.camera().name())
                .field("maintenance", maintained.contains(v.camera().id()));
        verdict(v, json);
    }

    /** The fields of a verdict but the camera's own. */
    static void verdict(CameraVerdict v, Json json) {
        json.field("state", v.state().word()).array("findings");
        for (Finding f : v.findings()) {
            json.value(f.word());
        }
        json.end()
                .field(
                        "brokenStep",
                        v.brokenStep() == null ? null : v.brokenStep().word())
                .field("contacted", v.contacted())
                .field("checkedAt", v.checkedAt())
                .field("since", v.since());
        CameraFields.json(v.clock(), json);
        picture(v.picture(), json);
    }

    private static void picture(PictureFacts p, Json json) {
        if (p == null) {
            json.field("picture", (String) null);
            return;
        }
        json.object("picture").field("codec", p.codec().name().toLowerCase(Locale.ROOT));
        if (p.width() > 0) {
            json.field("width", p.width()).field("height", p.height());
            json.field("luma", Math.round(p.luma() * 10) / 10.0);
        }
        if (p.framesPerSecond() > 0) {
            json.field("fps", Math.round(p.framesPerSecond() * 100) / 100.0);
            json.field("bitsPerSecond", p.bitsPerSecond());
        }
        if (p.firstFrame() != null) {
            json.field("firstFrameMs", p.firstFrame().toMillis());
        }
        json.field("packets", p.packets())
                .field("lost", p.lost())
                .field("loss", Math.round(p.loss() * 1e6) / 1e6)
                .end();
    }

    /** The state in the reader's words. */
    static String state(CameraVerdict v, Out out) {
        return out.text(CameraWords.of(v.state()));
    }

    /** The findings in the reader's words, separated by semicolons. */
    static String findings(CameraVerdict v, Out out) {
        StringBuilder all = new StringBuilder();
        for (Finding f : v.findings()) {
            all.append(all.length() == 0 ? "" : "; ").append(out.text(CameraWords.of(f)));
        }
        return all.toString();
    }

    private static String words(CameraVerdict v) {
        StringBuilder all = new StringBuilder();
        for (Finding f : v.findings()) {
            all.append(all.length() == 0 ? "" : ",").append(f.word());
        }
        return all.toString();
    }

    private static Tone tone(CameraState state) {
        return switch (state) {
            case UP -> Tone.GOOD;
            case DEGRADED, NOT_CHECKED -> Tone.WARNING;
            case DOWN -> Tone.BAD;
        };
    }
}
