package vn.vigil.cli.command.extract;

import vn.vigil.base.Message;
import vn.vigil.cli.view.HoldLabel;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.PlacedView;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.hold.CallAnswer;
import vn.vigil.hold.Held;
import vn.vigil.hold.ToWake;

/** What can be said on the telephone, in the order in which it is needed. */
final class CallView implements View<CallAnswer> {
    @Override
    public void text(CallAnswer answer, Out to) {
        to.line(HoldLabel.CALLER.with(answer.call().id(), answer.call().caller()), Tone.STRONG);
        new SightsView().text(answer.sights(), to);
        for (Held held : answer.placed().held()) {
            PlacedView.line(held, to);
        }
        to.line(HoldLabel.NOT_RELEASED.with(), Tone.BAD);
        to.line(HoldLabel.PAPERS.with());
        for (Message paper : answer.papers()) {
            to.line("  – " + to.text(paper));
        }
        to.line((answer.wake().isEmpty() ? HoldLabel.WAKE_NOBODY : HoldLabel.WAKE).with());
        for (ToWake one : answer.wake()) {
            to.line("  – "
                    + to.text(HoldLabel.WAKE_ONE.with(
                            one.name(), to.text(one.role()), one.phone() == null ? "–" : one.phone())));
        }
        if (answer.unchanged()) {
            to.line(HoldLabel.UNCHANGED.with(), Tone.FAINT);
        }
        to.line(HoldLabel.NEXT_REQUEST.with());
    }

    @Override
    public void json(CallAnswer answer, Json json) {
        json.field("call", answer.call().id().toString())
                .field("caller", answer.call().caller())
                .field("at", answer.call().at())
                .field("takenBy", answer.call().takenBy())
                .field("unchanged", answer.unchanged())
                .field("released", false);
        SightsView.fields(answer.sights(), json);
        PlacedView.fields(answer.placed(), json);
        json.array("papers");
        for (Message paper : answer.papers()) {
            json.value(paper.key().id());
        }
        json.end().array("wake");
        for (ToWake one : answer.wake()) {
            json.object()
                    .field("name", one.name())
                    .field("role", one.role().key().id())
                    .field("phone", one.phone())
                    .end();
        }
        json.end();
    }
}
