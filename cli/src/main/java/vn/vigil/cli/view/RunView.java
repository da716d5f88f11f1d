package vn.vigil.cli.view;

import java.time.Duration;
import java.util.Locale;
import vn.vigil.base.TimeSpan;
import vn.vigil.extract.PackageFacts;
import vn.vigil.extract.RunResult;
import vn.vigil.footage.Planned;

/** Shows what a run made, or would make: where it lies, its fingerprint, holes, the clock's error, the next command. */
public final class RunView implements View<RunResult> {
    private static final int COLUMN = 18;

    private final Out out;

    /** @param out tells the zone for local times */
    public RunView(Out out) {
        this.out = out;
    }

    @Override
    public void text(RunResult r, Out to) {
        switch (r.outcome()) {
            case DONE -> to.line(ExtractLabel.RUN_DONE.with(r.id()), Tone.STRONG);
            case UNCHANGED -> to.line(ExtractLabel.RUN_UNCHANGED.with(r.id()), Tone.STRONG);
            case PLANNED -> to.line(ExtractLabel.RUN_PLANNED.with(r.id()), Tone.STRONG);
        }
        for (Planned p : r.cameras()) {
            pair(to, ExtractLabel.CAMERA, p.camera().value());
            if (p.asked() != null) {
                pair(to, ExtractLabel.ASKED, span(p.asked()));
                pair(to, ExtractLabel.CLOCK, clock(p.offset(), p.error(), to));
            }
        }
        for (RunResult.Clip c : r.clips()) {
            pair(to, ExtractLabel.CLIP, c.name());
            if (c.firstPicture() != null) {
                pair(
                        to,
                        ExtractLabel.PICTURES,
                        to.text(ExtractLabel.PICTURES_OF.with(
                                c.frames(), out.time(c.firstPicture()), out.time(c.lastPicture()), seconds(c.lead()))));
            }
            for (TimeSpan gap : c.gaps()) {
                pair(to, ExtractLabel.HOLE, span(gap));
            }
            if (c.packetsLost() > 0) {
                pair(to, ExtractLabel.LOST, Long.toString(c.packetsLost()));
            }
        }
        for (PackageFacts p : r.packages()) {
            pair(to, ExtractLabel.PACKAGE, p.file().toString());
            to.pair("SHA-256", COLUMN, p.sha256());
            pair(to, ExtractLabel.LEVEL, "CAdES " + p.level());
        }
        if (r.timestampMissing() != null) {
            to.line(ExtractLabel.NO_TIMESTAMP.with(r.timestampMissing()), Tone.WARNING);
        }
        for (PackageFacts p : r.packages()) {
            to.line(ExtractLabel.NEXT_VERIFY.with(p.file()));
        }
        if (!r.packages().isEmpty()) {
            to.line(ExtractLabel.NEXT_DELIVER.with(r.id()));
        }
    }

    private static void pair(Out to, ExtractLabel name, String value) {
        to.pair(to.text(name.with()), COLUMN, value);
    }

    private String span(TimeSpan span) {
        return out.time(span.from()) + "/" + out.time(span.to());
    }

    private static String clock(Duration offset, Duration error, Out to) {
        return offset == null
                ? to.text(ExtractLabel.CLOCK_UNKNOWN.with())
                : to.text(ExtractLabel.CLOCK_OFFSET.with(seconds(offset), seconds(error)));
    }

    /** Seconds with three decimals, the point a point in every language. */
    private static String seconds(Duration d) {
        return String.format(Locale.ROOT, "%.3f", d.toMillis() / 1000.0);
    }

    @Override
    public void json(RunResult r, Json json) {
        json.field("id", r.id().toString())
                .field("outcome", r.outcome().name().toLowerCase(Locale.ROOT))
                .array("cameras");
        for (Planned p : r.cameras()) {
            json.object().field("camera", p.camera().value());
            if (p.asked() != null) {
                json.field("from", p.asked().from()).field("to", p.asked().to());
                json.field("cameraFrom", p.deviceSpan().from())
                        .field("cameraTo", p.deviceSpan().to());
            }
            if (p.offset() != null) {
                json.field("clockOffsetMillis", p.offset().toMillis())
                        .field("clockErrorMillis", p.error().toMillis());
            }
            gaps(p.gaps(), json);
            json.end();
        }
        json.end().array("clips");
        for (RunResult.Clip c : r.clips()) {
            json.object()
                    .field("camera", c.camera().value())
                    .field("name", c.name())
                    .field("firstPicture", c.firstPicture())
                    .field("lastPicture", c.lastPicture())
                    .field("keyFrameLeadMillis", c.lead().toMillis())
                    .field("frames", c.frames())
                    .field("bytes", c.bytes())
                    .field("packetsLost", c.packetsLost())
                    .field("sha256", c.sha256());
            gaps(c.gaps(), json);
            json.end();
        }
        json.end();
        ExtractRequestView.packages(r.packages(), json);
        json.field(
                "timestamped",
                !r.packages().isEmpty() && !r.packages().get(0).level().equals("B"));
    }

    private static void gaps(java.util.List<TimeSpan> gaps, Json json) {
        json.array("gaps");
        for (TimeSpan gap : gaps) {
            json.object().field("from", gap.from()).field("to", gap.to()).end();
        }
        json.end();
    }
}
