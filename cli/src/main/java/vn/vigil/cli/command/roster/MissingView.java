package vn.vigil.cli.command.roster;

import java.util.List;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.people.Member;
import vn.vigil.roster.plan.Objection;
import vn.vigil.roster.plan.StandIn;
import vn.vigil.roster.watch.Missing;

/** Who did not come, and who may stand in, in the order of calling. */
record MissingView(boolean dryRun) implements View<List<Missing>> {
    @Override
    public void text(List<Missing> all, Out out) {
        if (all.isEmpty()) {
            out.line(WatchViewText.NOBODY_MISSING.with(), Tone.GOOD);
        }
        for (Missing m : all) {
            out.line(
                    WatchViewText.MISSING.with(
                            m.person().name(),
                            phone(m.person().phone()),
                            m.duty().slot().key(),
                            m.lateMinutes(),
                            out.time(m.duty().span().to())),
                    Tone.BAD);
            standIns(m.standIns(), out);
            out.line(
                    (m.news() ? dryRun ? WatchViewText.WOULD_TELL : WatchViewText.TOLD_NOW : WatchViewText.TOLD_BEFORE)
                            .with(),
                    Tone.FAINT);
        }
    }

    static void standIns(List<StandIn> all, Out out) {
        if (all.isEmpty()) {
            out.line(WatchViewText.NO_STAND_IN.with(), Tone.WARNING);
        }
        int place = 1;
        for (StandIn s : all) {
            Member m = s.member();
            out.line(WatchViewText.STAND_IN.with(place++, m.name(), m.id(), phone(m.phone())));
        }
    }

    static String phone(String phone) {
        return phone == null ? "–" : phone;
    }

    @Override
    public void json(List<Missing> all, Json json) {
        json.array("missing");
        for (Missing m : all) {
            json.object().field("slot", m.duty().slot().key().toString());
            StandRow.person(json, m.person());
            json.field("post", m.duty().slot().post().id())
                    .field("due", m.duty().span().from())
                    .field("until", m.duty().span().to())
                    .field("lateMinutes", m.lateMinutes())
                    .field("told", m.news() ? dryRun ? "would-tell" : "now" : "before");
            standIns(m.standIns(), json);
            json.end();
        }
        json.end();
    }

    static void standIns(List<StandIn> all, Json json) {
        json.array("standIns");
        for (StandIn s : all) {
            json.object()
                    .field("member", s.member().id().value())
                    .field("name", s.member().name())
                    .field("phone", s.member().phone())
                    .field("balanceMinutes", s.balanceMinutes())
                    .array("objections");
            objections(s.objections(), json);
            json.end().end();
        }
        json.end();
    }

    static void objections(List<Objection> all, Json json) {
        for (Objection o : all) {
            json.object()
                    .field("obstacle", o.obstacle().id())
                    .field("hard", o.hard())
                    .field("member", o.member().value())
                    .field("day", o.day().toString())
                    .field("article", o.article())
                    .end();
        }
    }

    static void objections(List<Objection> all, Out out) {
        for (Objection o : all) {
            out.line(
                    (o.hard() ? WatchViewText.AGAINST_HARD : WatchViewText.AGAINST_SOFT)
                            .with(
                                    o.article() == null
                                            ? o.sentence()
                                            : WatchViewText.WITH_ARTICLE.with(o.sentence(), o.article())),
                    Tone.WARNING);
        }
    }
}
