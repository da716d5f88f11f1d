package vn.vigil.cli.command.roster;

import vn.vigil.base.Message;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.roster.plan.CellChange;
import vn.vigil.roster.plan.Explained;
import vn.vigil.roster.plan.Objection;
import vn.vigil.text.Lang;

/** Why a seat is as it is. */
record ExplainedView(Lang lang) implements View<Explained> {
    @Override
    public void text(Explained e, Out out) {
        if (e.holder() == null) {
            out.line(PlanViewText.HOLE.with(e.slot().key()), Tone.BAD);
        } else {
            out.line(
                    PlanViewText.HOLDER.with(
                            e.slot().key(), e.holder().name(), e.source().with()),
                    Tone.STRONG);
            if (e.reason() != null) {
                out.line(PlanViewText.REASON_WAS.with(e.reason()));
            }
        }
        for (Message rule : e.rules()) {
            out.line(PlanViewText.BECAUSE.with(rule));
        }
        for (Message help : e.helps()) {
            out.line(help);
        }
        for (CellChange move : e.moves()) {
            out.line(PlanViewText.MOVE.with(GeneratedView.change(move)));
        }
        for (Explained.Other o : e.others()) {
            String name = o.standIn().member().name();
            if (!o.standIn().lawful()) {
                for (Objection objection : o.standIn().objections()) {
                    if (objection.hard()) {
                        out.line(PlanViewText.CANNOT.with(name, objection.sentence()));
                    }
                }
            } else {
                out.line(PlanViewText.COULD.with(name, (o.more() > 0 ? "+" : "") + o.more()));
            }
        }
    }

    @Override
    public void json(Explained e, Json json) {
        PlanJson.slot(e.slot().key(), json);
        json.field("from", e.slot().span().from())
                .field("to", e.slot().span().to())
                .field("holder", e.holder() == null ? null : e.holder().id().value())
                .field("source", e.source() == null ? null : e.source().id())
                .field("locked", e.locked())
                .field("reason", e.reason())
                .field("at", e.at());
        PlanJson.sentences("rules", e.rules(), lang, json);
        PlanJson.sentences("helps", e.helps(), lang, json);
        PlanJson.changes("moves", e.moves(), json);
        json.array("others");
        for (Explained.Other o : e.others()) {
            json.object()
                    .field("member", o.standIn().member().id().value())
                    .field("name", o.standIn().member().name())
                    .field("phone", o.standIn().member().phone())
                    .field("lawful", o.standIn().lawful())
                    .field("balanceMinutes", o.standIn().balanceMinutes())
                    .field("more", o.more());
            PlanJson.objections(o.standIn().objections(), lang, json);
            json.end();
        }
        json.end();
    }
}
