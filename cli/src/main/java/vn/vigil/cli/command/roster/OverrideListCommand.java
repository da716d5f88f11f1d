package vn.vigil.cli.command.roster;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.plan.Overlay;

/** {@code vigil roster override list}: what was laid over the roster. */
@Command(name = "list")
public final class OverrideListCommand extends ListCommand {
    @Option(names = "--from", paramLabel = "DAY")
    private String from;

    @Option(names = "--to", paramLabel = "DAY")
    private String to;

    @Option(names = "--all")
    private boolean all;

    @Override
    protected ExitCode run() {
        List<Overlay> some = new ArrayList<>();
        for (Overlay overlay : vigil().watch()
                .overrides(
                        from == null ? date("today").minusDays(7) : date(from),
                        to == null ? date("today").plusDays(62) : date(to))) {
            if (all || overlay.withdrawnAt() == null) {
                some.add(overlay);
            }
        }
        if (some.isEmpty()) {
            note(WatchViewText.NO_OVERRIDES.with());
        }
        out().list("roster.override.list", "overrides", some, new OverlayRow(out()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }
}
