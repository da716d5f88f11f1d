package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster member list}: by given name, as Vietnamese lists go. */
@Command(name = "list")
public final class MemberListCommand extends ListCommand {
    @Option(names = "--all")
    private boolean all;

    @Override
    protected ExitCode run() {
        out().list("roster.member.list", "members", vigil().people().list(all), new MemberRows(date("today"), lang()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }
}
