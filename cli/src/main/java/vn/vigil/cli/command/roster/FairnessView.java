package vn.vigil.cli.command.roster;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.plan.Account;
import vn.vigil.roster.plan.FairnessReport;
import vn.vigil.roster.plan.Measure;

/** The fairness ledger. */
record FairnessView(boolean close, boolean dryRun) implements View<FairnessReport> {
    @Override
    public void text(FairnessReport r, Out out) {
        if (close) {
            out.line(
                    (r.unchanged()
                                    ? PlanViewText.CLOSED_ALREADY
                                    : dryRun ? PlanViewText.WOULD_CLOSE : PlanViewText.CLOSED)
                            .with(r.from(), r.to()),
                    Tone.STRONG);
        }
        out.line(PlanViewText.FAIRNESS.with(r.from(), r.to()));
        out.list("roster.fairness", "accounts", r.accounts(), new AccountRow());
        for (Measure m : Measure.values()) {
            double unit = m == Measure.HOURS ? 60 : 1;
            out.line(PlanViewText.SPREAD.with(m.with(), AccountRow.number(r.spread(m) / unit)), Tone.FAINT);
        }
    }

    @Override
    public void json(FairnessReport r, Json json) {
        json.field("from", r.from().toString())
                .field("to", r.to().toString())
                .field("carriedFrom", r.carriedFrom())
                .field("closed", r.closed())
                .field("outcome", !close ? null : r.unchanged() ? "unchanged" : dryRun ? "would-write" : "written")
                .array("accounts");
        for (Account a : r.accounts()) {
            json.object();
            PlanJson.account(a, json);
            json.end();
        }
        json.end().object("spread");
        for (Measure m : Measure.values()) {
            json.field(m == Measure.HOURS ? "minutes" : m.id(), PlanJson.round(r.spread(m)));
        }
        json.end();
    }
}
