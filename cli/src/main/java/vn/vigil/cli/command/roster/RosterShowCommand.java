package vn.vigil.cli.command.roster;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import vn.vigil.cli.terminal.ExitCode;

/** {@code vigil roster show}: the roster, one line a day. */
@Command(name = "show")
public final class RosterShowCommand extends PlanCommand {
    @Option(names = "--from", paramLabel = "DAY")
    private String from;

    @Option(names = "--to", paramLabel = "DAY")
    private String to;

    @Option(names = "--month", paramLabel = "MONTH")
    private String month;

    @Override
    protected ExitCode run() {
        PlanDays days = days(from, to, month, null, PlanDays.month(today()));
        out().show("roster.show", vigil().plans().show(days.from(), days.to()), new ShownView(out()));
        return ExitCode.OK;
    }
}
