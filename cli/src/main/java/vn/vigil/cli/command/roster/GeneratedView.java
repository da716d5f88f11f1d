package vn.vigil.cli.command.roster;

import vn.vigil.base.Message;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.CellChange;
import vn.vigil.roster.plan.FreeTime;
import vn.vigil.roster.plan.Generated;
import vn.vigil.text.Lang;

/** What generating came to: the arithmetic first, then what was done. */
record GeneratedView(boolean dryRun, Lang lang, boolean replan) implements View<Generated> {
    @Override
    public void text(Generated g, Out out) {
        out.line(g.capacity().line());
        if (g.unchanged()) {
            out.line(PlanViewText.UP_TO_DATE.with(g.from(), g.to()), Tone.STRONG);
            return;
        }
        out.line(
                (dryRun ? PlanViewText.WOULD_GENERATE : PlanViewText.GENERATED)
                        .with(
                                g.from(),
                                g.to(),
                                g.filled(),
                                g.seats(),
                                g.changes().size()),
                Tone.STRONG);
        if (g.proof() != null) {
            out.line((g.proof().equals("optimal") ? PlanViewText.PROVEN : PlanViewText.NOT_PROVEN).with());
        }
        for (SlotKey open : g.open()) {
            out.line(PlanViewText.OPEN.with(open), Tone.BAD);
        }
        if (dryRun || replan) {
            for (CellChange c : g.changes()) {
                out.line(change(c));
            }
        }
        for (FreeTime f : g.free()) {
            out.line(PlanViewText.FREE.with(
                    f.member(), out.time(f.span().from()), out.time(f.span().to()), f.slot()));
        }
        if (out.terminal() && !dryRun) {
            out.line(PlanViewText.CHECK_NEXT.with(g.from(), g.to()), Tone.FAINT);
        }
    }

    static Message change(CellChange c) {
        Object nobody = PlanViewText.NOBODY.with();
        return PlanViewText.CHANGE.with(
                c.slot(), c.before() == null ? nobody : c.before(), c.after() == null ? nobody : c.after());
    }

    @Override
    public void json(Generated g, Json json) {
        json.field("outcome", g.unchanged() ? "unchanged" : dryRun ? "would-write" : "written")
                .field("from", g.from().toString())
                .field("to", g.to().toString());
        PlanJson.capacity(g.capacity(), lang, json);
        json.field("engine", g.engine())
                .field("seed", g.seed())
                .field("effort", g.effort())
                .field("seats", g.seats())
                .field("filled", g.filled())
                .field("proof", g.proof())
                .field("inputs", g.inputs())
                .field("digest", g.digest());
        PlanJson.slots("open", g.open(), json);
        PlanJson.changes("changes", g.changes(), json);
        json.array("free");
        for (FreeTime f : g.free()) {
            json.object()
                    .field("member", f.member().value())
                    .field("from", f.span().from())
                    .field("to", f.span().to())
                    .field("slot", f.slot().toString())
                    .end();
        }
        json.end();
    }
}
