package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.TimeSpan;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.watch.Coverage;

/** {@code vigil roster coverage}: how the watch was kept. */
@Command(name = "coverage")
public final class CoverageCommand extends WatchCommand {
    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Override
    protected ExitCode run() {
        out().show("roster.coverage", vigil().watch().coverage(around(from, to, 7)), new CoverageView());
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    private record CoverageView() implements View<Coverage> {
        @Override
        public void text(Coverage c, Out out) {
            if (c.span() == null) {
                out.line(WatchViewText.STILL_TO_COME.with());
                return;
            }
            out.line(
                    WatchViewText.COVERAGE_OF.with(
                            out.time(c.span().from()), out.time(c.span().to())),
                    Tone.STRONG);
            for (Coverage.OfPost p : c.posts()) {
                out.line(
                        WatchViewText.COVERAGE_POST.with(
                                p.name(),
                                hours(p.keptMinutes()),
                                hours(p.requiredMinutes()),
                                percent(p.keptMinutes(), p.requiredMinutes(), out),
                                hours(p.plannedMinutes())),
                        p.gaps().isEmpty() ? Tone.GOOD : Tone.WARNING);
                out.line(WatchViewText.COVERAGE_HOW.with(
                        hours(p.enteredMinutes()),
                        hours(p.paperMinutes()),
                        hours(p.guardMinutes()),
                        hours(p.assumedMinutes())));
                if (p.lateDuties() > 0) {
                    out.line(WatchViewText.COVERAGE_LATE.with(p.lateDuties(), p.lateMinutes()), Tone.WARNING);
                }
                for (TimeSpan gap : p.gaps()) {
                    out.line(WatchViewText.COVERAGE_GAP.with(out.time(gap.from()), out.time(gap.to())), Tone.BAD);
                }
            }
            for (Coverage.OfMember m : c.members()) {
                out.line(
                        WatchViewText.COVERAGE_MEMBER.with(
                                m.name(),
                                hours(m.keptMinutes()),
                                hours(m.plannedMinutes()),
                                m.lateMinutes(),
                                m.noShows()),
                        m.noShows() > 0 ? Tone.WARNING : Tone.PLAIN);
            }
        }

        private static String hours(long minutes) {
            String rest = Long.toString(minutes % 60);
            return minutes / 60 + ":" + (rest.length() < 2 ? "0" + rest : rest);
        }

        /** To a tenth, cut and not rounded up: what has a gap is never 100 %. */
        private static String percent(long part, long whole, Out out) {
            long tenths = whole == 0 ? 1000 : part * 1000 / whole;
            String sign = out.lang() == vn.vigil.text.Lang.VI ? "," : ".";
            return tenths / 10 + sign + tenths % 10;
        }

        @Override
        public void json(Coverage c, Json json) {
            json.field("from", c.span() == null ? null : c.span().from())
                    .field("to", c.span() == null ? null : c.span().to())
                    .array("posts");
            for (Coverage.OfPost p : c.posts()) {
                json.object()
                        .field("post", p.post())
                        .field("requiredMinutes", p.requiredMinutes())
                        .field("plannedMinutes", p.plannedMinutes())
                        .field("keptMinutes", p.keptMinutes())
                        .field("enteredMinutes", p.enteredMinutes())
                        .field("paperMinutes", p.paperMinutes())
                        .field("guardMinutes", p.guardMinutes())
                        .field("assumedMinutes", p.assumedMinutes())
                        .field("gapMinutes", p.gapMinutes())
                        .field("lateDuties", p.lateDuties())
                        .field("lateMinutes", p.lateMinutes())
                        .array("gaps");
                for (TimeSpan gap : p.gaps()) {
                    json.object()
                            .field("from", gap.from())
                            .field("to", gap.to())
                            .end();
                }
                json.end().end();
            }
            json.end().array("members");
            for (Coverage.OfMember m : c.members()) {
                json.object()
                        .field("member", m.member().value())
                        .field("plannedMinutes", m.plannedMinutes())
                        .field("keptMinutes", m.keptMinutes())
                        .field("paperMinutes", m.paperMinutes())
                        .field("lateDuties", m.lateDuties())
                        .field("lateMinutes", m.lateMinutes())
                        .field("noShows", m.noShows())
                        .end();
            }
            json.end().array("noShows");
            for (Coverage.NoShow n : c.noShows()) {
                json.object()
                        .field("slot", n.slot())
                        .field("member", n.member().value())
                        .field("from", n.span().from())
                        .field("to", n.span().to())
                        .end();
            }
            json.end();
        }
    }
}
