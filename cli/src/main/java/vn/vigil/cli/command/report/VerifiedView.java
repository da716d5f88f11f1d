package vn.vigil.cli.command.report;

import vn.vigil.base.Message;
import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.Tone;
import vn.vigil.cli.view.View;
import vn.vigil.report.ReportWords;
import vn.vigil.report.Verified;

/** Says whether a report is what was signed. */
record VerifiedView(ReportWords words, boolean ledger) implements View<Verified> {
    @Override
    public void text(Verified v, Out out) {
        new FixedView(words, false).line(v.report(), out);
        for (Message fault : v.faults()) {
            out.line(words.say(fault), Tone.BAD);
        }
        if (!ledger) {
            out.line(ReportLabel.LEDGER_BAD.with(), Tone.BAD);
        }
        if (v.faults().isEmpty() && ledger) {
            out.line(ReportLabel.GENUINE.with(), Tone.GOOD);
        }
        if (v.late()) {
            out.line(ReportLabel.LATE.with(), Tone.WARNING);
        }
    }

    @Override
    public void json(Verified v, Json json) {
        json.field("genuine", v.faults().isEmpty() && ledger)
                .field("ledgerIntact", ledger)
                .field("lateData", v.late())
                .array("faults");
        v.faults().forEach(f -> json.value(words.say(f)));
        json.end().object("report");
        FixedView.fields(v.report(), json);
        json.end();
    }
}
