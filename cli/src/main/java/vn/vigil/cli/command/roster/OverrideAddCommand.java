package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.watch.AddOverride;

/** {@code vigil roster override add}: somebody else stands a part of a seat's time. */
@Command(name = "add")
public final class OverrideAddCommand extends WatchCommand {
    @Parameters(paramLabel = "SLOT")
    private String slot;

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--person", paramLabel = "PERSON", required = true)
    private String person;

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason;

    @Option(names = "--anyway")
    private boolean anyway;

    @Override
    protected ExitCode run() {
        AddOverride asked = new AddOverride(slot(slot), time(from), time(to), person, reason, anyway);
        tell(
                "roster.override.add",
                vigil().watch().override(actor(), asked),
                new TakenView(dryRun(), WatchViewText.OVERRIDDEN, WatchViewText.WOULD_OVERRIDE));
        return ExitCode.OK;
    }
}
