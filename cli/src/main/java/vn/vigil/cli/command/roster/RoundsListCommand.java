package vn.vigil.cli.command.roster;

import java.time.Instant;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.base.TimeSpan;
import vn.vigil.cli.command.ListCommand;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.watch.Round;

/** {@code vigil roster rounds list}: the checks of single cameras. */
@Command(name = "list")
public final class RoundsListCommand extends ListCommand {
    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Override
    protected ExitCode run() {
        Instant start = from == null ? world().now().minusSeconds(86_400) : instant(from);
        Instant end = to == null ? world().now().plusSeconds(60) : instant(to);
        List<Round> rounds =
                vigil().watch().rounds(new TimeSpan(start, end.isAfter(start) ? end : start.plusSeconds(1)));
        if (rounds.isEmpty()) {
            note(WatchViewText.NO_ROUNDS.with());
        }
        out().list("roster.rounds.list", "rounds", rounds, new RoundRow(out()));
        return ExitCode.OK;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of(ExitCode.NO_STORE);
    }
}
