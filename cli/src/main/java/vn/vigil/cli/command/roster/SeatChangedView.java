package vn.vigil.cli.command.roster;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.plan.Objection;
import vn.vigil.roster.plan.SeatChanged;

/** What became of a seat that was changed by hand. */
record SeatChangedView(boolean dryRun) implements View<SeatChanged> {
    @Override
    public void text(SeatChanged s, Out out) {
        Object nobody = PlanViewText.NOBODY.with();
        Object before = s.before() == null ? nobody : s.before();
        Object after = s.after() == null ? nobody : s.after();
        if (s.unchanged()) {
            out.line(PlanViewText.SEAT_UNCHANGED.with(s.slot(), after));
        } else {
            out.line((dryRun ? PlanViewText.SEAT_WOULD_CHANGE : PlanViewText.SEAT_CHANGED)
                    .with(s.slot(), before, after));
        }
        if (s.after() != null && s.locked()) {
            out.line(PlanViewText.SEAT_LOCKED.with(s.slot()));
        }
        for (Objection o : s.objections()) {
            out.line(PlanViewText.SOFT.with(o.sentence()), Tone.WARNING);
        }
    }

    @Override
    public void json(SeatChanged s, Json json) {
        json.field("outcome", s.unchanged() ? "unchanged" : dryRun ? "would-write" : "written");
        fields(s, json);
    }

    static void fields(SeatChanged s, Json json) {
        PlanJson.slot(s.slot(), json);
        json.field("before", PlanJson.id(s.before()))
                .field("after", PlanJson.id(s.after()))
                .field("locked", s.locked())
                .field("publication", s.publication())
                .array("brokenSoftRules");
        for (Objection o : s.objections()) {
            json.value(o.obstacle().id());
        }
        json.end();
    }
}
