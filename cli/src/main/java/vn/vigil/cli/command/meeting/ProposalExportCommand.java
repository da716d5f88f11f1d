package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Proposal;

/** {@code vigil meeting proposal export}: the submission as files. */
@Command(name = "export")
public final class ProposalExportCommand extends NumberedPaperCommand {
    @Parameters(paramLabel = "PROPOSAL")
    private CaseId proposal;

    @Override
    protected ExitCode run() {
        Proposal found = vigil().meetings().proposals().get(proposal);
        if (numbers()) {
            takeNumber(proposal.toString());
        }
        return write(
                "meeting.proposal.export",
                vigil().meetings().papers().submission(found, documentLang()),
                proposal + "-to-trinh");
    }
}
