package vn.vigil.cli.command.incident;

import java.util.List;
import vn.vigil.base.Message;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.PlacedView;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.hold.HoldCheck;
import vn.vigil.incident.CaseVerdict;

/** Says how a case file stands. */
final class VerifiedView implements View<VerifiedView.Verified> {
    /** @param ledger whether the ledger itself is in order */
    record Verified(CaseVerdict file, List<HoldCheck> holds, boolean ledger) {}

    @Override
    public void text(Verified v, Out out) {
        for (Message fault : v.file().faults()) {
            out.line(fault, Tone.BAD);
        }
        if (v.file().good()) {
            out.line(IncidentLabel.FILE_GOOD.with(v.file().incident(), v.file().entries()), Tone.GOOD);
        }
        if (v.file().old()) {
            out.line(IncidentLabel.FILE_OLD.with(), Tone.WARNING);
        }
        for (HoldCheck check : v.holds()) {
            PlacedView.line(check.held(), out);
        }
        out.line(
                (v.ledger() ? IncidentLabel.LEDGER_GOOD : IncidentLabel.LEDGER_BAD).with(),
                v.ledger() ? Tone.GOOD : Tone.BAD);
    }

    @Override
    public void json(Verified v, Json json) {
        json.field("incident", v.file().incident().toString())
                .field("good", v.file().good())
                .field("entries", v.file().entries())
                .field("ledger", v.ledger())
                .array("faults");
        for (Message fault : v.file().faults()) {
            json.value(fault.key().id());
        }
        json.end().array("holds");
        for (HoldCheck check : v.holds()) {
            json.object()
                    .field("hold", check.held().id().toString())
                    .field("state", check.held().state().id())
                    .field("intact", check.whole())
                    .end();
        }
        json.end();
    }
}
