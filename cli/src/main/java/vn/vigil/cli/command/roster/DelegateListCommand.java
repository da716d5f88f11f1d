package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster delegate list}: those that are not over, by number. */
@Command(name = "list")
public final class DelegateListCommand extends ListCommand {
    @Option(names = "--all")
    private boolean all;

    @Override
    protected ExitCode run() {
        out().list("roster.delegate.list", "delegations", vigil().people().delegations(all), new DelegationRow(lang()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }
}
