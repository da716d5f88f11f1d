package vn.vigil.cli.command.report;

import picocli.CommandLine.Command;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Proposal;

/** {@code vigil report submission}: the submission of a proposal (clauses 5.1, 7.3d). */
@Command(name = "submission")
public final class SubmissionCommand extends ProposalCommand {
    @Override
    void fits(Proposal proposal) {
        // Any kind has its submission.
    }

    @Override
    protected ExitCode run() {
        return submit("report.submission");
    }
}
