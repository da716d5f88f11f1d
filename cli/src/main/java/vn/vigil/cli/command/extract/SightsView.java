package vn.vigil.cli.command.extract;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import vn.vigil.base.TimeSpan;
import vn.vigil.camera.ClockReading;
import vn.vigil.camera.Footage;
import vn.vigil.camera.Hole;
import vn.vigil.camera.Obstacle;
import vn.vigil.camera.RecordingsReport;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.HoldLabel;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.SpanLine;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.hold.Sight;

/** Whether footage is there: a line a camera and span, its holes, and how far its clock is off. */
final class SightsView implements View<List<Sight>> {
    /** What one camera's answer comes to. */
    enum Answer {
        THERE(HoldLabel.ANSWER_YES, Tone.GOOD),
        PARTLY(HoldLabel.ANSWER_PARTLY, Tone.WARNING),
        NONE(HoldLabel.ANSWER_NO, Tone.BAD),
        NOT_TOLD(HoldLabel.ANSWER_UNTOLD, Tone.WARNING),
        SILENT(HoldLabel.ANSWER_SILENT, Tone.BAD);

        private final HoldLabel label;
        private final Tone tone;

        Answer(HoldLabel label, Tone tone) {
            this.label = label;
            this.tone = tone;
        }

        static Answer of(Sight sight) {
            RecordingsReport report = sight.readiness().report();
            if (report == null) {
                return SILENT;
            }
            if (report.source() == Footage.Source.NOT_TOLD) {
                return NOT_TOLD;
            }
            return report.whole() ? THERE : report.present().isEmpty() ? NONE : PARTLY;
        }

        String word() {
            return switch (this) {
                case THERE -> "yes";
                case PARTLY -> "partly";
                case NONE -> "no";
                case NOT_TOLD -> "not-told";
                case SILENT -> "silent";
            };
        }
    }

    /** 0: all of it is there; 15: a part, or nobody can say; 14: nothing; 13: nothing, and a camera is silent. */
    static ExitCode exit(List<Sight> sights) {
        boolean all = true;
        boolean any = false;
        boolean silent = false;
        for (Sight sight : sights) {
            Answer answer = Answer.of(sight);
            all &= answer == Answer.THERE;
            any |= answer == Answer.THERE || answer == Answer.PARTLY || answer == Answer.NOT_TOLD;
            silent |= answer == Answer.SILENT;
        }
        return all ? ExitCode.OK : any ? ExitCode.PARTIAL : silent ? ExitCode.UNREACHABLE : ExitCode.NOT_FOUND;
    }

    @Override
    public void text(List<Sight> sights, Out to) {
        for (Sight sight : sights) {
            one(sight, to);
        }
    }

    private static void one(Sight sight, Out to) {
        Answer answer = Answer.of(sight);
        to.line(
                sight.readiness().camera().id() + "  " + to.time(sight.span().from()) + " – "
                        + to.time(sight.span().to()) + "  " + to.text(answer.label.with()),
                answer.tone);
        if (answer == Answer.SILENT) {
            for (Obstacle o : sight.readiness().obstacles()) {
                to.line("  " + to.text(o.words()));
            }
        } else {
            report(sight.readiness().report(), to);
        }
        if (sight.hold() != null) {
            to.line("  "
                    + to.text(HoldLabel.HELD_AS.with(
                            sight.hold(), to.text(sight.held().with()))));
        }
    }

    private static void report(RecordingsReport report, Out to) {
        if (report.source() == Footage.Source.RECORDER && to.terminal()) {
            SpanLine.draw(report.asked(), report.present(), to);
            to.line(HoldLabel.LEGEND.with(), Tone.FAINT);
        }
        for (Hole hole : report.holes()) {
            to.line("  "
                    + to.text(HoldLabel.HOLE.with(
                            to.time(hole.span().from()),
                            to.time(hole.span().to()),
                            to.text(hole.reason().words()))));
        }
        ClockReading clock = report.clock();
        to.line("  "
                + to.text(
                        clock == null
                                ? HoldLabel.CLOCK_UNKNOWN.with()
                                : HoldLabel.CLOCK_OF.with(
                                        seconds(clock.offset()), seconds(clock.error()), to.time(clock.measuredAt()))));
    }

    private static String seconds(Duration length) {
        return BigDecimal.valueOf(length.toMillis(), 3).toPlainString();
    }

    @Override
    public void json(List<Sight> sights, Json json) {
        fields(sights, json);
    }

    static void fields(List<Sight> sights, Json json) {
        json.array("answers");
        for (Sight sight : sights) {
            json.object()
                    .field("camera", sight.readiness().camera().id().value())
                    .field("from", sight.span().from())
                    .field("to", sight.span().to())
                    .field("answer", Answer.of(sight).word())
                    .array("obstacles");
            for (Obstacle o : sight.readiness().obstacles()) {
                json.value(o.word());
            }
            json.end();
            RecordingsReport report = sight.readiness().report();
            json.array("present");
            for (TimeSpan span : report == null ? List.<TimeSpan>of() : report.present()) {
                json.object().field("from", span.from()).field("to", span.to()).end();
            }
            json.end().array("holes");
            for (Hole hole : report == null ? List.<Hole>of() : report.holes()) {
                json.object()
                        .field("from", hole.span().from())
                        .field("to", hole.span().to())
                        .field("reason", hole.reason().word())
                        .end();
            }
            json.end();
            ClockReading clock = report == null ? null : report.clock();
            if (clock == null) {
                json.field("clockOffsetMillis", (String) null).field("clockErrorMillis", (String) null);
            } else {
                json.field("clockOffsetMillis", clock.offset().toMillis())
                        .field("clockErrorMillis", clock.error().toMillis());
            }
            json.field("hold", sight.hold() == null ? null : sight.hold().toString())
                    .field("held", sight.held() == null ? null : sight.held().id())
                    .end();
        }
        json.end();
    }
}
