package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster member list}: by given name, as Vietnamese lists go. */
@Command(name = "list")
public final class MemberListCommand extends ListCommand {
    @Parameters(arity = "0..1", paramLabel = "TEXT")
    private String text;

    @Option(names = "--all")
    private boolean all;

    @Override
    protected ExitCode run() {
        out().list(
                        "roster.member.list",
                        "members",
                        vigil().people().list(all, text),
                        new MemberRows(date("today"), lang()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }
}
