package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Proposal;
import vn.vigil.meeting.ProposalKind;

/** {@code vigil report commend}: the submission of a commendation (clauses 6.1c, 8.4g, 10a). */
@Command(name = "commend")
public final class CommendCommand extends ProposalCommand {
    @Override
    void fits(Proposal proposal) {
        if (proposal.kind() != ProposalKind.COMMENDATION) {
            throw new VigilException(
                    ErrorKind.USAGE, "VG-REPORT-COMMEND", ReportLabel.NOT_COMMENDATION.with(proposal.id()));
        }
    }

    @Override
    protected ExitCode run() {
        return submit("report.commend");
    }
}
