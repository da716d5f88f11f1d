package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.watch.SavedSwap;

/** {@code vigil roster swap list}. */
@Command(name = "list")
public final class SwapListCommand extends ListCommand {
    @Option(names = "--all")
    private boolean all;

    @Override
    protected ExitCode run() {
        List<SavedSwap> swaps = vigil().watch().swaps(all);
        if (swaps.isEmpty()) {
            note(WatchViewText.NO_SWAPS.with());
        }
        out().list("roster.swap.list", "swaps", swaps, new SwapRow(out()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }
}
