package vn.vigil.cli.command.roster;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.watch.Stand;

/** {@code vigil roster now}: who is on watch. As quick as a list; with {@code --check} a verb that judges. */
@Command(name = "now")
public final class NowCommand extends StandCommand {
    @Option(names = "--check")
    private boolean check;

    @Override
    protected ExitCode run() {
        List<Stand> stands = vigil().watch().at(world().now(), filter());
        List<Stand> gaps = new ArrayList<>();
        for (Stand stand : stands) {
            if (stand.gap()) {
                gaps.add(stand);
            }
        }
        if (stands.isEmpty()) {
            note(WatchViewText.NO_POSTS.with());
        }
        show("roster.now", check && quiet() ? gaps : stands, false);
        return check && (!gaps.isEmpty() || stands.isEmpty()) ? ExitCode.CRITICAL : ExitCode.OK;
    }

    @Override
    public boolean check() {
        return check;
    }

    @Override
    protected boolean plain() {
        return true;
    }
}
