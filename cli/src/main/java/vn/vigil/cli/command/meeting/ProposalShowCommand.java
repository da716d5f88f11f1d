package vn.vigil.cli.command.meeting;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting proposal show}. */
@Command(name = "show")
public final class ProposalShowCommand extends MeetingCommand {
    @Parameters(paramLabel = "PROPOSAL")
    private CaseId proposal;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }

    @Override
    protected ExitCode run() {
        out().show("meeting.proposal.show", vigil().meetings().proposals().get(proposal), new ProposalFileView());
        return ExitCode.OK;
    }
}
