package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster explain}: why this person, or why nobody. */
@Command(name = "explain")
public final class RosterExplainCommand extends PlanCommand {
    @Parameters(index = "0", paramLabel = "SLOT")
    private String slot;

    @Override
    protected ExitCode run() {
        out().show("roster.explain", vigil().plans().explain(slot(slot)), new ExplainedView(lang()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE, ExitCode.NOT_FOUND);
    }
}
