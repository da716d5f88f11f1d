package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.watch.Stand;

/** {@code vigil roster next}: who comes on watch next. */
@Command(name = "next")
public final class NextCommand extends StandCommand {
    @Override
    protected ExitCode run() {
        List<Stand> stands = vigil().watch().next(world().now(), filter());
        if (stands.isEmpty()) {
            note(WatchViewText.NOTHING_NEXT.with());
        }
        show("roster.next", stands, true);
        return ExitCode.OK;
    }

    @Override
    protected boolean plain() {
        return true;
    }
}
