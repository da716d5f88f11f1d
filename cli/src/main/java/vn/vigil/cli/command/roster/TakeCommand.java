package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.ErrorKind;
import vn.vigil.base.VigilException;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.watch.Taken;

/** {@code vigil roster take}: takes a seat over at once, in an emergency. */
@Command(name = "take")
public final class TakeCommand extends WatchCommand {
    @Option(names = "--now")
    private boolean now;

    @Option(names = "--slot", paramLabel = "SLOT")
    private String slot;

    @Option(names = "--reason", paramLabel = "TEXT")
    private String reason;

    @Override
    protected ExitCode run() {
        if (!now) {
            throw new VigilException(ErrorKind.USAGE, "VG-WATCH-NOW", WatchViewText.SAY_NOW.with("take"))
                    .next(WatchViewText.NEXT_SWAP.with());
        }
        Taken taken = vigil().watch().take(actor(), slot(slot), reason);
        tell("roster.take", taken, new TakenView(dryRun(), WatchViewText.TAKEN, WatchViewText.WOULD_TAKE));
        deliver();
        return ExitCode.OK;
    }
}
