package vn.vigil.cli.command.meeting;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.meeting.Proposal;
import vn.vigil.meeting.ProposalKind;

/** {@code vigil meeting proposal list}. */
@Command(name = "list")
public final class ProposalListCommand extends ListCommand {
    @Option(names = "--open")
    private boolean open;

    @Option(names = "--kind", paramLabel = "KIND")
    private ProposalKind kind;

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }

    @Override
    protected ExitCode run() {
        List<Proposal> proposals =
                new ArrayList<>(vigil().meetings().proposals().list());
        proposals.removeIf(p -> open && !p.open() || kind != null && p.kind() != kind);
        out().list("meeting.proposal.list", "proposals", proposals, new ProposalView(out()));
        return ExitCode.OK;
    }
}
