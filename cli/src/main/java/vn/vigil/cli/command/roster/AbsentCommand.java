package vn.vigil.cli.command.roster;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;
import vn.vigil.roster.watch.Missing;

/** {@code vigil roster absent}: for cron: who should be on watch and never came. */
@Command(name = "absent")
public final class AbsentCommand extends WatchCommand {
    @Option(names = "--grace", paramLabel = "LENGTH")
    private String grace = "15m";

    @Override
    protected ExitCode run() {
        List<Missing> missing = vigil().watch().missing(duration(grace));
        if (!missing.isEmpty() || !quiet() || json()) {
            out().show("roster.absent", missing, new MissingView(dryRun()));
        }
        for (Missing m : missing) {
            if (m.news()) {
                deliver();
                break;
            }
        }
        return missing.isEmpty() ? ExitCode.OK : ExitCode.CRITICAL;
    }

    @Override
    public boolean check() {
        return true;
    }

    @Override
    public List<ExitCode> exits() {
        return List.of();
    }
}
