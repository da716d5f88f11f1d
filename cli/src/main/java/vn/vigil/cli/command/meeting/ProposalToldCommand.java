package vn.vigil.cli.command.meeting;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.base.CaseId;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil meeting proposal told}: the answer reached the team. */
@Command(name = "told")
public final class ProposalToldCommand extends MeetingCommand {
    @Parameters(paramLabel = "PROPOSAL")
    private CaseId proposal;

    @Option(names = "--meeting", paramLabel = "MEETING")
    private CaseId meeting;

    @Option(names = "--how", paramLabel = "TEXT")
    private String how;

    @Override
    protected ExitCode run() {
        return tellProposal("proposal.told", vigil().meetings().proposals().told(actor(), proposal, meeting, how));
    }
}
