package vn.vigil.cli.command.roster;

import vn.vigil.base.Message;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.book.SlotKey;
import vn.vigil.roster.plan.Account;
import vn.vigil.roster.plan.CellChange;
import vn.vigil.roster.plan.Simulated;
import vn.vigil.text.Lang;

/** What would become of a roster. */
record SimulatedView(Lang lang) implements View<Simulated> {
    @Override
    public void text(Simulated s, Out out) {
        out.line(
                PlanViewText.GAPS_AS_IS.with(s.from(), s.to(), s.gaps().size(), Long.toString(s.gapMinutes())),
                Tone.STRONG);
        for (SlotKey gap : s.gaps()) {
            out.line(PlanViewText.OPEN.with(gap));
        }
        out.line(PlanViewText.GAPS_THEN.with(s.open().size(), s.changes().size()), Tone.STRONG);
        for (SlotKey open : s.open()) {
            out.line(PlanViewText.OPEN.with(open), Tone.BAD);
        }
        for (Message reason : s.reasons()) {
            out.line(PlanViewText.BECAUSE.with(reason));
        }
        for (Message help : s.helps()) {
            out.line(help);
        }
        for (CellChange c : s.changes()) {
            out.line(GeneratedView.change(c));
        }
        out.line(PlanViewText.FAIRNESS_THEN.with());
        out.list("roster.simulate", "accounts", s.after(), new AccountRow());
        out.line(PlanViewText.NOTHING_SAVED.with(), Tone.FAINT);
    }

    @Override
    public void json(Simulated s, Json json) {
        json.field("from", s.from().toString()).field("to", s.to().toString());
        PlanJson.slots("gaps", s.gaps(), json);
        json.field("gapMinutes", s.gapMinutes());
        PlanJson.slots("open", s.open(), json);
        PlanJson.changes("changes", s.changes(), json);
        PlanJson.sentences("reasons", s.reasons(), lang, json);
        PlanJson.sentences("helps", s.helps(), lang, json);
        json.array("before");
        for (Account a : s.before()) {
            json.object();
            PlanJson.account(a, json);
            json.end();
        }
        json.end().array("after");
        for (Account a : s.after()) {
            json.object();
            PlanJson.account(a, json);
            json.end();
        }
        json.end();
    }
}
