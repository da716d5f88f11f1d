package vn.vigil.cli.command.meeting;

import java.util.List;
import vn.vigil.base.CaseId;
import vn.vigil.base.Message;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;

/** Says whether what is on record is what the ledger knows. */
record VerifyView(CaseId id, boolean ledger) implements View<List<Message>> {
    @Override
    public void text(List<Message> faults, Out out) {
        for (Message fault : faults) {
            out.line(fault, Tone.BAD);
        }
        if (faults.isEmpty()) {
            out.line(MeetingLabel.RECORD_GOOD.with(id), Tone.GOOD);
        }
        out.line((ledger ? MeetingLabel.LEDGER_GOOD : MeetingLabel.LEDGER_BAD).with(), ledger ? Tone.GOOD : Tone.BAD);
    }

    @Override
    public void json(List<Message> faults, Json json) {
        json.field("id", id.toString())
                .field("genuine", faults.isEmpty() && ledger)
                .field("ledgerIntact", ledger);
        json.field("faults", faults.size());
    }
}
