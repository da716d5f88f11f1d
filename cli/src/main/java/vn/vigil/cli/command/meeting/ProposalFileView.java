package vn.vigil.cli.command.meeting;

import vn.vigil.cli.view.Json;
import vn.vigil.cli.view.Out;
import vn.vigil.cli.view.View;
import vn.vigil.meeting.Proposal;
import vn.vigil.text.Dong;

/** Shows one proposal whole. */
record ProposalFileView() implements View<Proposal> {
    @Override
    public void text(Proposal p, Out out) {
        out.line(new ProposalView(out).line(p, out));
        if (!p.words().isEmpty()) {
            out.line(p.words());
        }
        for (Proposal.Line line : p.estimate()) {
            out.line("  " + line.name() + "  " + line.quantity() + " " + line.unit() + "  "
                    + Dong.print(line.amount(), out.lang()));
        }
        if (!p.estimate().isEmpty()) {
            out.line(Dong.print(p.total(), out.lang()) + "  (" + Dong.words(p.total(), out.lang()) + ")");
        }
        p.people().forEach(person -> out.line("  " + person));
        p.attached().forEach(file -> out.line("  " + file));
        if (!p.open()) {
            out.line(MeetingLabel.ANSWERED.with(
                    p.answeredOn().toString(), p.answer().with(), p.answered(), p.document()));
        }
    }

    @Override
    public void json(Proposal p, Json json) {
        new ProposalView(null).json(p, json);
    }
}
