package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster who}: who is, was or will be on watch at a time. */
@Command(name = "who")
public final class WhoCommand extends StandCommand {
    @Option(names = "--at", paramLabel = "TIME")
    private String at;

    @Override
    protected ExitCode run() {
        show("roster.who", vigil().watch().at(at == null ? world().now() : instant(at), filter()), false);
        return ExitCode.OK;
    }

    @Override
    protected boolean plain() {
        return true;
    }
}
